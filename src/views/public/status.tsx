import type { State } from '../../domain/case/complaint.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { Held } from '../../sights/custody.ts'
import type { Words } from '../../words/words.ts'
import { Attachments, type AttachmentView } from '../components/attachments.tsx'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { HiddenToken } from '../components/fields.tsx'
import { Timeline } from '../components/history.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { limitText } from '../components/limit-text.ts'
import { Pager } from '../components/pager.tsx'
import { ErrorSummary, KeyValues, Notice } from '../components/parts.tsx'
import { filesOf } from '../components/reporter-files.ts'
import { reporterStory } from '../components/reporter-story.ts'
import { seenBy } from '../components/seen-by.ts'
import { StateBadge } from '../components/state-badge.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { AddBox, ClosureBox, OtherSteps, QuestionBox, RatingBox } from './status-forms.tsx'
import type { StatusView } from './status-view.ts'

export interface StatusProps {
  site: Site
  view: StatusView
  /** Of the form that came back; ids: jawaban, alasan-belum, alasan-buka, alasan-cabut, berkas. */
  errors?: FieldError[]
  typed?: Record<string, string>
  said?: string
  script?: string
}

/** The keyed page of one report: state and clock, what is asked of the reporter, then history. */
export function Status({
  t,
  site,
  view,
  errors = [],
  typed = {},
  said,
  script,
}: StatusProps & { t: Words }) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={view.title}
      style="status"
      current="track"
      failed={errors.length > 0}
      script={script}
    >
      <p class="m0">
        <StateBadge t={t} state={view.state} forReporter />
      </p>
      <h1>{view.title}</h1>
      <p class="lead">{t.states[view.state].meaning}</p>
      {said && (
        <Notice tone="done">
          <p role="status">{said}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={errors} />
      <KeptWords t={t} words={wordsWithoutForm(view, typed)} />
      {view.root?.state && (
        <Notice>
          <p>{t.status.merged(view.root.reference, t.stateLabelForOthers(view.root.state))}</p>
        </Notice>
      )}
      <QuestionBox t={t} view={view} errors={errors} typed={typed} />
      {view.forms.renew && (
        <Notice tone="wait">
          <p>
            {t.renewKey.seen} <a href={view.forms.renew}>{t.renewKey.title}</a>
          </p>
        </Notice>
      )}
      <ClosureBox t={t} view={{ ...view, proof: proofOf(t, view) }} errors={errors} typed={typed} />
      <Standing t={t} view={view} />
      <RatingBox t={t} view={view} />
      <h2>{t.status.history}</h2>
      <Timeline t={t} items={reporterStory(t, view)} />
      <Pager t={t} pages={view.pages} here={build('status', { nomor: view.reference })} />
      <h2>{t.status.files}</h2>
      <Attachments
        t={t}
        files={filesOf(t, view.reference, view.closure ? besideProof(view) : view.files)}
        rest={build('statusData', { nomor: view.reference })}
      />
      {!asksForFiles(view) && <AddBox t={t} view={view} errors={errors} typed={typed} />}
      <OtherSteps t={t} view={view} errors={errors} typed={typed} />
      <Reveals t={t} view={view} />
      {(view.closure || ENDED.includes(view.state)) && (
        <p>
          <a href={build('unsatisfied')}>{t.status.unhappy}</a>
        </p>
      )}
      <p>
        <a href={build('statusReceipt', { nomor: view.reference })}>{t.status.receipt}</a>
        {' · '}
        <a href={build('statusData', { nomor: view.reference })}>{t.status.myData}</a>
      </p>
      <SignOut t={t} form={view.forms.signOut} />
    </PublicLayout>
  )
}

const MOST_PROOF = 5

/** Ends that somebody may be unhappy with; a joined report ends with its root. */
const ENDED: readonly State[] = ['closed', 'archived', 'referred', 'withdrawn']

/** A form that takes files with its words: a second one beside it would leave the words behind. */
function asksForFiles({ question, closure, forms }: StatusView): boolean {
  return (question && forms.answer) !== null || (closure && forms.dispute) !== null
}

/** Words of a step that can no longer be taken. */
function wordsWithoutForm(view: StatusView, typed: Record<string, string>): (string | undefined)[] {
  const { question, closure, forms } = view
  return [
    question && forms.answer ? undefined : typed.jawaban,
    closure && forms.dispute ? undefined : typed['alasan-belum'],
    forms.addWords && !asksForFiles(view) ? undefined : typed.keterangan,
    forms.reopen ? undefined : typed['alasan-buka'],
    forms.withdraw ? undefined : typed['alasan-cabut'],
    forms.split ? undefined : typed['alasan-pisah'],
  ]
}

/** What the agency added last, which is what it says the work is done with. */
function proofOf(t: Words, view: StatusView): AttachmentView[] {
  return filesOf(t, view.reference, proofIn(view)).map((file) => ({ ...file, picture: null }))
}

function proofIn({ files }: StatusView): StatusView['files'] {
  return files.filter(({ fromAgency }) => fromAgency).slice(-MOST_PROOF)
}

function besideProof(view: StatusView): StatusView['files'] {
  const proof = proofIn(view)
  return view.files.filter((file) => !proof.includes(file))
}

/** Number, clock line, due date, who holds it and for how long. */
function Standing({ t, view }: { t: Words; view: StatusView }) {
  return (
    <div class="card">
      <p class="ref">{view.reference}</p>
      <ClockLine t={t} stages={view.clock.stages} />
      {!view.closure && <DueText t={t} clock={view.clock} forReporter />}
      <KeyValues
        rows={[
          [t.status.holding, view.custody.now && heldBy(t, view.custody.now)],
          [t.status.heldBefore, view.custody.before.map((held) => heldBy(t, held)).join(' → ')],
          // its day stands in the history too, and the page is full
          !view.clock.target && [t.status.received, t.mediumDate(t.dayOf(view.receivedAt))],
          [t.status.category, categoryText(t, view)],
          [t.status.place, view.place.join(', ')],
          [t.status.seenBy, seenBy(t, view.wish)],
        ]}
      />
      {view.own.text && (
        <details>
          <summary>{t.status.ownWords}</summary>
          <p class="words">{view.own.text}</p>
        </details>
      )}
    </div>
  )
}

/** With the city's limit in the same row: another row is too much for a full page. */
function categoryText(t: Words, { category, clock }: StatusView): string | null {
  const limit = limitText(t, clock.target)
  return limit ? `${category}. ${t.due.limitLabel}: ${limit}` : category
}

function heldBy(t: Words, { holder, agency, days }: Held): string {
  const office = holder === 'verifier' || holder === 'coordinator' ? t.status[holder] : null
  const name = office ?? agency?.name ?? t.status.reporter
  return t.status.heldBy(name, days === 0 ? t.status.underADay : t.workingDays(days))
}

function Reveals({ t, view }: { t: Words; view: StatusView }) {
  return view.reveals.length === 0 ? (
    <p class="soft">{t.status.noReveals}</p>
  ) : (
    <>
      <h2>{t.status.revealsTitle}</h2>
      <ul>
        {view.reveals.map(({ at, reason }) => (
          <li>
            {t.moment(at)}, {t.status.revealedBy}: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Printed, its hint says that the print holds no key. */
function SignOut({ t, form }: { t: Words; form: StatusView['forms']['signOut'] }) {
  return (
    <form method="post" action={form.action}>
      <HiddenToken value={form.token} />
      <p class="hint">{t.status.signOutHint}</p>
      <button class="btn line" type="submit">
        {t.status.signOut}
      </button>
    </form>
  )
}
