import { type DataRequest, REQUEST_CHANNELS, REQUEST_KINDS } from '../../domain/people/registers.ts'
import { build, patterns } from '../../paths.ts'
import { moment } from '../../words/format.ts'
import { registers } from '../../words/id/registers.ts'
import { Field, HiddenToken, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor } from '../components/parts.tsx'
import { ListPager } from '../desk/rows.tsx'
import { AnswerDue, MomentPair, RegisterTable, type Typing } from './register-parts.tsx'

const say = registers.requests

interface Props extends Typing {
  open: DataRequest[]
  moreOpen: boolean
  answered: DataRequest[]
  first: string | null
  next: string | null
}

/** The register of requests: what waits for an answer first, then what was answered. */
export function DataRequestsPage(props: Props) {
  return (
    <>
      <h1>{say.title}</h1>
      <p class="soft">{say.lead}</p>
      <ErrorSummary errors={props.errors} />
      <details open={props.errors.length > 0}>
        <summary>{say.recordTitle}</summary>
        <Recording {...props} />
      </details>
      <RegisterTable
        title={say.open}
        heads={[say.reference, registers.due, say.kind, say.channel]}
        empty={say.noneOpen}
        rows={props.open.map((request) => (
          <tr>
            <td>
              <Numbered {...request} />
            </td>
            <td>
              <AnswerDue due={request.dueAt} answered={null} now={props.now} />
            </td>
            <td>{say.kinds[request.kind]}</td>
            <td>{say.channels[request.channel]}</td>
          </tr>
        ))}
      />
      {props.moreOpen && <p class="hint">{registers.more}</p>}
      <RegisterTable
        title={say.answered}
        heads={[say.reference, say.kind, say.channel, say.answeredAt, say.outcome]}
        empty={say.noneAnswered}
        rows={props.answered.map((request) => (
          <tr>
            <td>
              <Numbered {...request} />
            </td>
            <td>{say.kinds[request.kind]}</td>
            <td>{say.channels[request.channel]}</td>
            <td>{moment(request.answeredAt ?? 0)}</td>
            <td>{request.outcome && say.outcomes[request.outcome]}</td>
          </tr>
        ))}
      />
      <ListPager first={props.first} next={props.next} />
    </>
  )
}

function Numbered({ id, reference }: DataRequest) {
  return <a href={build('dataRequest', { id })}>{reference}</a>
}

function Recording(props: Props) {
  const { token, typed, errors } = props
  return (
    <form method="post" action={patterns.dataRequests} class="wide">
      <p class="hint">{say.recordLead}</p>
      <HiddenToken name="sesi" value={token} />
      <Field
        name="nomor"
        label={say.reference}
        required
        look="code"
        maxlength={40}
        autocomplete="off"
        value={typed.nomor}
        error={errorFor(errors, 'nomor')}
      />
      <div class="pair">
        <Select
          name="jenis"
          label={say.kind}
          required
          blank={registers.choose}
          options={REQUEST_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
          value={typed.jenis}
          error={errorFor(errors, 'jenis')}
        />
        <Select
          name="kanal"
          label={say.channel}
          required
          blank={registers.choose}
          options={REQUEST_CHANNELS.map((value) => ({ value, label: say.channels[value] }))}
          value={typed.kanal}
          error={errorFor(errors, 'kanal')}
        />
      </div>
      <TextArea
        name="pemeriksaan"
        label={say.checked}
        hint={say.checkedHint}
        required
        low
        value={typed.pemeriksaan}
        error={errorFor(errors, 'pemeriksaan')}
      />
      <MomentPair {...props} label={say.received} />
      <Button>{say.record}</Button>
    </form>
  )
}
