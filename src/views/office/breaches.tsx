import type { Breach, NamedBreach } from '../../domain/people/registers.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, KeyValues } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { ListPager } from '../desk/rows.tsx'
import { AnswerDue, MomentPair, RegisterTable, type Typing } from './register-parts.tsx'

interface ListProps extends Typing {
  open: Breach[]
  moreOpen: boolean
  noticed: Breach[]
  first: string | null
  next: string | null
}

/** The register of breaches: of which nobody was told yet first. */
export function BreachesPage(props: ListProps & { t: Words }) {
  const { t } = props
  return (
    <>
      <h1>{t.registers.breaches.title}</h1>
      <p class="soft">{t.registers.breaches.lead}</p>
      <ErrorSummary t={t} errors={props.errors} />
      <details open={props.errors.length > 0}>
        <summary>{t.registers.breaches.recordTitle}</summary>
        <Recording {...props} />
      </details>
      <RegisterTable
        title={t.registers.breaches.open}
        heads={[t.registers.breaches.what, t.registers.breaches.concerned, t.registers.due]}
        empty={t.registers.breaches.noneOpen}
        rows={props.open.map((one) => <Row t={t} {...one} now={props.now} />)}
      />
      {props.moreOpen && <p class="hint">{t.registers.more}</p>}
      <RegisterTable
        title={t.registers.breaches.noticed}
        heads={[t.registers.breaches.what, t.registers.breaches.concerned, t.registers.due]}
        empty={t.registers.breaches.noneNoticed}
        rows={props.noticed.map((one) => <Row t={t} {...one} now={props.now} />)}
      />
      <ListPager t={t} first={props.first} next={props.next} />
    </>
  )
}

const SHOWN = 120

function Row(one: (Breach & { now: number }) & { t: Words }) {
  const { t } = one
  return (
    <tr>
      <td>
        <a href={build('breach', { id: one.id })}>
          {one.what.length > SHOWN ? `${one.what.slice(0, SHOWN)}…` : one.what}
        </a>
      </td>
      <td>{one.concerned}</td>
      <td>
        <AnswerDue t={t} due={one.noticeDueAt} answered={one.noticedAt} now={one.now} />
      </td>
    </tr>
  )
}

function Recording(props: Typing & { t: Words }) {
  const { t } = props
  const { token, typed, errors } = props
  return (
    <form method="post" action={patterns.breaches} class="wide">
      <p class="hint">{t.registers.breaches.recordLead}</p>
      <HiddenToken name="sesi" value={token} />
      <MomentPair {...props} label={t.registers.breaches.found} />
      <TextArea
        t={t}
        name="kejadian"
        label={t.registers.breaches.what}
        hint={t.registers.breaches.whatHint}
        required
        low
        value={typed.kejadian}
        error={errorFor(errors, 'kejadian')}
      />
      <Field
        t={t}
        name="terdampak"
        label={t.registers.breaches.concerned}
        hint={t.registers.breaches.concernedHint}
        required
        value={typed.terdampak}
        error={errorFor(errors, 'terdampak')}
      />
      <DoneSoFar {...props} />
      <Button>{t.registers.breaches.record}</Button>
    </form>
  )
}

function DoneSoFar({ t, typed, errors }: Typing & { t: Words }) {
  return (
    <TextArea
      t={t}
      name="tindakan"
      label={t.registers.breaches.doneSoFar}
      required
      low
      value={typed.tindakan}
      error={errorFor(errors, 'tindakan')}
    />
  )
}

interface OneProps extends Typing {
  breach: NamedBreach
  said: string | null
}

export function BreachPage(props: OneProps & { t: Words }) {
  const { t } = props
  const { breach, now, token } = props
  return (
    <>
      <p>
        <a href={patterns.breaches}>‹ {t.registers.back}</a>
      </p>
      <h1>{t.registers.breaches.title}</h1>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      <KeyValues
        rows={[
          [
            t.registers.due,
            <AnswerDue t={t} due={breach.noticeDueAt} answered={breach.noticedAt} now={now} />,
          ],
          [t.registers.breaches.found, t.moment(breach.foundAt)],
          [t.registers.breaches.what, breach.what],
          [t.registers.breaches.concerned, breach.concerned],
          [t.registers.breaches.doneSoFar, breach.done],
          [t.registers.recordedBy, breach.recorder],
          breach.noticedAt !== null && [t.registers.breaches.noticedAt, t.moment(breach.noticedAt)],
          [t.registers.breaches.noticedBy, breach.notifier],
        ]}
      />
      {breach.noticedAt === null && (
        <>
          <h2>{t.registers.breaches.noticeTitle}</h2>
          <form method="post" action={build('breach', { id: breach.id })} class="wide">
            <p class="hint">{t.registers.breaches.noticeLead}</p>
            <HiddenToken name="sesi" value={token} />
            <DoneSoFar {...props} />
            <MomentPair {...props} label={t.registers.breaches.noticedAt} />
            <Button>{t.registers.breaches.notice}</Button>
          </form>
        </>
      )}
    </>
  )
}
