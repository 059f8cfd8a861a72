import { type DataRequest, REQUEST_CHANNELS, REQUEST_KINDS } from '../../domain/people/registers.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor } from '../components/parts.tsx'
import { ListPager } from '../desk/rows.tsx'
import { AnswerDue, MomentPair, RegisterTable, type Typing } from './register-parts.tsx'

interface Props extends Typing {
  open: DataRequest[]
  moreOpen: boolean
  answered: DataRequest[]
  first: string | null
  next: string | null
}

export function DataRequestsPage(props: Props & { t: Words }) {
  const { t } = props
  return (
    <>
      <h1>{t.registers.requests.title}</h1>
      <p class="soft">{t.registers.requests.lead}</p>
      <ErrorSummary t={t} errors={props.errors} />
      <details open={props.errors.length > 0}>
        <summary>{t.registers.requests.recordTitle}</summary>
        <Recording {...props} />
      </details>
      <RegisterTable
        title={t.registers.requests.open}
        heads={[
          t.registers.requests.reference,
          t.registers.due,
          t.registers.requests.kind,
          t.registers.requests.channel,
        ]}
        empty={t.registers.requests.noneOpen}
        rows={props.open.map((request) => (
          <tr>
            <td>
              <Numbered {...request} />
            </td>
            <td>
              <AnswerDue t={t} due={request.dueAt} answered={null} now={props.now} />
            </td>
            <td>{t.registers.requests.kinds[request.kind]}</td>
            <td>{t.registers.requests.channels[request.channel]}</td>
          </tr>
        ))}
      />
      {props.moreOpen && <p class="hint">{t.registers.more}</p>}
      <RegisterTable
        title={t.registers.requests.answered}
        heads={[
          t.registers.requests.reference,
          t.registers.requests.kind,
          t.registers.requests.channel,
          t.registers.requests.answeredAt,
          t.registers.requests.outcome,
        ]}
        empty={t.registers.requests.noneAnswered}
        rows={props.answered.map((request) => (
          <tr>
            <td>
              <Numbered {...request} />
            </td>
            <td>{t.registers.requests.kinds[request.kind]}</td>
            <td>{t.registers.requests.channels[request.channel]}</td>
            <td>{t.moment(request.answeredAt ?? 0)}</td>
            <td>{request.outcome && t.registers.requests.outcomes[request.outcome]}</td>
          </tr>
        ))}
      />
      <ListPager t={t} first={props.first} next={props.next} />
    </>
  )
}

function Numbered({ id, reference }: DataRequest) {
  return <a href={build('dataRequest', { id })}>{reference}</a>
}

function Recording(props: Props & { t: Words }) {
  const { t } = props
  const { token, typed, errors } = props
  return (
    <form method="post" action={patterns.dataRequests} class="wide">
      <p class="hint">{t.registers.requests.recordLead}</p>
      <HiddenToken name="sesi" value={token} />
      <Field
        t={t}
        name="nomor"
        label={t.registers.requests.reference}
        required
        look="code"
        autocomplete="off"
        value={typed.nomor}
        error={errorFor(errors, 'nomor')}
      />
      <div class="pair">
        <Select
          t={t}
          name="jenis"
          label={t.registers.requests.kind}
          required
          blank={t.registers.choose}
          options={REQUEST_KINDS.map((value) => ({
            value,
            label: t.registers.requests.kinds[value],
          }))}
          value={typed.jenis}
          error={errorFor(errors, 'jenis')}
        />
        <Select
          t={t}
          name="kanal"
          label={t.registers.requests.channel}
          required
          blank={t.registers.choose}
          options={REQUEST_CHANNELS.map((value) => ({
            value,
            label: t.registers.requests.channels[value],
          }))}
          value={typed.kanal}
          error={errorFor(errors, 'kanal')}
        />
      </div>
      <TextArea
        t={t}
        name="pemeriksaan"
        label={t.registers.requests.checked}
        hint={t.registers.requests.checkedHint}
        required
        low
        value={typed.pemeriksaan}
        error={errorFor(errors, 'pemeriksaan')}
      />
      <MomentPair {...props} label={t.registers.requests.received} />
      <Button>{t.registers.requests.record}</Button>
    </form>
  )
}
