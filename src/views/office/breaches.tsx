import type { Breach, NamedBreach } from '../../domain/people/registers.ts'
import { build, patterns } from '../../paths.ts'
import { moment } from '../../words/format.ts'
import { registers } from '../../words/id/registers.ts'
import { Field, HiddenToken, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, KeyValues } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { ListPager } from '../desk/rows.tsx'
import { AnswerDue, MomentPair, RegisterTable, type Typing } from './register-parts.tsx'

const say = registers.breaches

interface ListProps extends Typing {
  open: Breach[]
  moreOpen: boolean
  noticed: Breach[]
  first: string | null
  next: string | null
}

/** The register of breaches: of which nobody was told yet first. */
export function BreachesPage(props: ListProps) {
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
        heads={[say.what, say.concerned, registers.due]}
        empty={say.noneOpen}
        rows={props.open.map((one) => <Row {...one} now={props.now} />)}
      />
      {props.moreOpen && <p class="hint">{registers.more}</p>}
      <RegisterTable
        title={say.noticed}
        heads={[say.what, say.concerned, registers.due]}
        empty={say.noneNoticed}
        rows={props.noticed.map((one) => <Row {...one} now={props.now} />)}
      />
      <ListPager first={props.first} next={props.next} />
    </>
  )
}

const SHOWN = 120

function Row(one: Breach & { now: number }) {
  return (
    <tr>
      <td>
        <a href={build('breach', { id: one.id })}>
          {one.what.length > SHOWN ? `${one.what.slice(0, SHOWN)}…` : one.what}
        </a>
      </td>
      <td>{one.concerned}</td>
      <td>
        <AnswerDue due={one.noticeDueAt} answered={one.noticedAt} now={one.now} />
      </td>
    </tr>
  )
}

function Recording(props: Typing) {
  const { token, typed, errors } = props
  return (
    <form method="post" action={patterns.breaches} class="wide">
      <p class="hint">{say.recordLead}</p>
      <HiddenToken name="sesi" value={token} />
      <MomentPair {...props} label={say.found} />
      <TextArea
        name="kejadian"
        label={say.what}
        hint={say.whatHint}
        required
        low
        value={typed.kejadian}
        error={errorFor(errors, 'kejadian')}
      />
      <Field
        name="terdampak"
        label={say.concerned}
        hint={say.concernedHint}
        required
        maxlength={200}
        value={typed.terdampak}
        error={errorFor(errors, 'terdampak')}
      />
      <DoneSoFar {...props} />
      <Button>{say.record}</Button>
    </form>
  )
}

function DoneSoFar({ typed, errors }: Typing) {
  return (
    <TextArea
      name="tindakan"
      label={say.doneSoFar}
      required
      low
      value={typed.tindakan}
      error={errorFor(errors, 'tindakan')}
    />
  )
}

interface OneProps extends Typing {
  breach: NamedBreach
  /** What was just done. */
  said: string | null
}

/** One breach with its clock, and the form that says who was told when. */
export function BreachPage(props: OneProps) {
  const { breach, now, token } = props
  return (
    <>
      <p>
        <a href={patterns.breaches}>‹ {registers.back}</a>
      </p>
      <h1>{say.title}</h1>
      <Done said={props.said} undo={null} />
      <ErrorSummary errors={props.errors} />
      <KeyValues
        rows={[
          [
            registers.due,
            <AnswerDue due={breach.noticeDueAt} answered={breach.noticedAt} now={now} />,
          ],
          [say.found, moment(breach.foundAt)],
          [say.what, breach.what],
          [say.concerned, breach.concerned],
          [say.doneSoFar, breach.done],
          [registers.recordedBy, breach.recorder],
          breach.noticedAt !== null && [say.noticedAt, moment(breach.noticedAt)],
          [say.noticedBy, breach.notifier],
        ]}
      />
      {breach.noticedAt === null && (
        <>
          <h2>{say.noticeTitle}</h2>
          <form method="post" action={build('breach', { id: breach.id })} class="wide">
            <p class="hint">{say.noticeLead}</p>
            <HiddenToken name="sesi" value={token} />
            <DoneSoFar {...props} />
            <MomentPair {...props} label={say.noticedAt} />
            <Button>{say.notice}</Button>
          </form>
        </>
      )}
    </>
  )
}
