import type { State } from '../../domain/case/complaint.ts'
import { build } from '../../paths.ts'
import { dayOf, mediumDate, moment, workingDays } from '../../words/format.ts'
import { stateLabelForOthers, states } from '../../words/id/states.ts'
import { status } from '../../words/id/status.ts'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { HiddenToken } from '../components/fields.tsx'
import { Attachments, Dialogue, Timeline } from '../components/history.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { ErrorSummary, type FieldError, KeyValues, Notice } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { ClosureBox, OtherSteps, QuestionBox, RatingBox } from './status-forms.tsx'
import type { StatusView } from './status-view.ts'
import { UploadForm } from './upload-form.tsx'

export interface StatusProps {
  site: Site
  view: StatusView
  /** Of the form that came back; ids: jawaban, alasan-belum, alasan-buka, alasan-cabut, berkas. */
  errors?: FieldError[]
  typed?: Record<string, string>
  /** A sentence on what was just done. */
  said?: string
  script?: string
}

/** The keyed page of one report: state and clock, what is asked of the reporter, then history. */
export function Status({ site, view, errors = [], typed = {}, said, script }: StatusProps) {
  return (
    <PublicLayout
      site={site}
      title={view.title}
      style="status"
      current="track"
      failed={errors.length > 0}
      script={script}
    >
      <p class="m0">
        <StateBadge state={view.state} forReporter />
      </p>
      <h1>{view.title}</h1>
      <p class="lead">{states[view.state].meaning}</p>
      {said && (
        <Notice tone="done">
          <p role="status">{said}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <KeptWords words={wordsWithoutForm(view, typed)} />
      {view.root && (
        <Notice>
          <p>{status.merged(view.root.reference, stateLabelForOthers(view.root.state))}</p>
        </Notice>
      )}
      <QuestionBox view={view} errors={errors} typed={typed} />
      <ClosureBox view={view} errors={errors} typed={typed} />
      <Standing view={view} />
      <RatingBox view={view} />
      <h2>{status.history}</h2>
      <Timeline items={view.history} />
      {view.dialogue.length > 0 && (
        <>
          <h2>{status.dialogue}</h2>
          <Dialogue messages={view.dialogue} />
        </>
      )}
      <h2>{status.files}</h2>
      <Attachments files={view.files} />
      {view.forms.attach && !isAnswering(view) && (
        <UploadForm {...view.forms.attach} errors={errors} />
      )}
      <OtherSteps view={view} errors={errors} typed={typed} />
      <Reveals view={view} />
      {(view.closure || ENDED.includes(view.state)) && (
        <p>
          <a href={build('unsatisfied')}>{status.unhappy}</a>
        </p>
      )}
      <p>
        <a href={build('statusReceipt', { nomor: view.reference })}>{status.receipt}</a>{' '}
        <a href={build('statusData', { nomor: view.reference })}>{status.myData}</a>
      </p>
      <SignOut form={view.forms.signOut} />
    </PublicLayout>
  )
}

/** Ends that somebody may be unhappy with; a joined report ends with its root. */
const ENDED: readonly State[] = ['closed', 'archived', 'referred', 'withdrawn']

/** The question's own form takes files: a second one beside it would leave the words behind. */
function isAnswering({ question, forms }: StatusView): boolean {
  return question !== null && forms.answer !== null
}

/** Words of a step that can no longer be taken. */
function wordsWithoutForm(
  { question, closure, forms }: StatusView,
  typed: Record<string, string>,
): (string | undefined)[] {
  return [
    question && forms.answer ? undefined : typed.jawaban,
    closure && forms.dispute ? undefined : typed['alasan-belum'],
    forms.reopen ? undefined : typed['alasan-buka'],
    forms.withdraw ? undefined : typed['alasan-cabut'],
  ]
}

/** Number, clock line, due date, who holds it and for how long. */
function Standing({ view }: { view: StatusView }) {
  return (
    <div class="card">
      <p class="ref">{view.reference}</p>
      <ClockLine stages={view.stages} />
      <DueText due={view.due} left={view.left} today={view.today} forReporter />
      <KeyValues
        rows={[
          [status.holding, heldBy(view.custody)],
          [status.received, mediumDate(dayOf(view.receivedAt))],
          [status.category, view.category],
          [status.place, view.place],
        ]}
      />
    </div>
  )
}

const HOLDER = { verifier: status.verifier, reporter: status.reporter }

function heldBy(custody: StatusView['custody']): string {
  return custody
    .flatMap(({ holder, agency, days }) => {
      if (holder === 'none') return []
      const name = holder === 'agency' ? (agency ?? '') : HOLDER[holder]
      return [status.heldBy(name, days === 0 ? status.underADay : workingDays(days))]
    })
    .join(' → ')
}

function Reveals({ view }: { view: StatusView }) {
  return view.reveals.length === 0 ? (
    <p class="soft">{status.noReveals}</p>
  ) : (
    <>
      <h2>{status.revealsTitle}</h2>
      <ul>
        {view.reveals.map(({ at, by, reason }) => (
          <li>
            {moment(at)}, {by}: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

function SignOut({ form }: { form: StatusView['forms']['signOut'] }) {
  return (
    <form class="noprint" method="post" action={form.action}>
      <HiddenToken value={form.token} />
      <p class="hint">{status.signOutHint}</p>
      <button class="btn line" type="submit">
        {status.signOut}
      </button>
    </form>
  )
}
