import type { PersonalSpan } from '../../domain/text/screening.ts'
import { caseWords as words } from '../../words/id/desk.ts'
import { classes } from '../../words/id/states.ts'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { Attachments, Dialogue, Timeline } from '../components/history.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { ErrorSummary } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { type Back, type Carried, CaseForm } from './case-form.tsx'
import type { CaseView } from './case-view.ts'
import { DeskRows } from './rows.tsx'

interface Props {
  view: CaseView
  carried: Carried
  back: Back | null
}

/** One complaint on the desk: what it is, how long it has, what may be done now. */
export function Case({ view, carried, back }: Props) {
  return (
    <>
      <ErrorSummary errors={back?.errors ?? []} />
      <KeptWords words={wordsWithoutForm(view, back)} />
      <Head {...view} />
      <Words {...view.words} />
      {(view.files.length > 0 || view.hiddenFiles > 0) && <Files {...view} />}
      <Facts {...view} />
      {view.forms.length > 0 && (
        <section class="steps">
          <h2>{words.actions}</h2>
          {view.forms.map((spec) => (
            <CaseForm spec={spec} carried={carried} back={back} />
          ))}
        </section>
      )}
      <Around {...view} />
      {view.dialogue.length > 0 && (
        <>
          <h2>{words.dialogue}</h2>
          <Dialogue messages={view.dialogue} />
        </>
      )}
      <PublicCopy copy={view.publicCopy} />
      <h2>{words.history}</h2>
      <Timeline items={view.history} />
    </>
  )
}

/** What the case carries along in every form; nobody typed it. */
const CARRIED = new Set(['sesi', 'versi', 'dari'])

/** Words of a step that can no longer be taken. */
function wordsWithoutForm({ forms }: CaseView, back: Back | null): string[] {
  return back === null || forms.some(({ id }) => id === back.form)
    ? []
    : Object.entries(back.typed).flatMap(([name, texts]) => (CARRIED.has(name) ? [] : texts))
}

function Head(view: CaseView) {
  return (
    <header>
      <p class="meta">
        {view.reference} · {classes[view.class].label} · <StateBadge state={view.state} />
        {view.marks.map((mark) => (
          <>
            {' '}
            <span class="mark2">{mark}</span>
          </>
        ))}
      </p>
      <h1>{view.title}</h1>
      <ClockLine stages={view.stages} />
      <DueText due={view.due} left={view.left} today={view.today} />
    </header>
  )
}

/** A text with what looks personal marked. */
function Marked({ text, spans }: { text: string; spans: PersonalSpan[] }) {
  let from = 0
  const parts = spans.map(({ start, end }) => {
    const before = text.slice(from, start)
    from = end
    return (
      <>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </>
    )
  })
  return (
    <p class="words body">
      {parts}
      {text.slice(from)}
    </p>
  )
}

function Words({ label, text, spans }: CaseView['words']) {
  return (
    <section>
      <h2 class="sr">{words.text}</h2>
      <p class="soft small m0">{label}</p>
      {text !== null && <Marked text={text} spans={spans} />}
      {spans.length > 0 && <p class="note wait small">! {words.personal(spans.length)}</p>}
    </section>
  )
}

function Files({ files, hiddenFiles }: CaseView) {
  return (
    <section>
      <h2 class="sr">{words.files}</h2>
      {files.length > 0 && <Attachments files={files} />}
      {hiddenFiles > 0 && <p class="soft small">{words.hiddenFiles(hiddenFiles)}</p>}
    </section>
  )
}

function Facts({ facts, clocks }: CaseView) {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {clocks.map(({ name, date, why, first }) => (
        <div>
          <dt>
            {name}
            {first && ` · ${words.promised.toLowerCase()}`}
          </dt>
          <dd>
            {date} <small>{why}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Around({ similar, members, root }: CaseView) {
  return (
    <>
      {root && (
        <p>
          {words.root} <a href={root.href}>{root.reference}</a>
        </p>
      )}
      {members.length > 0 && (
        <p>
          {words.members}:{' '}
          {members.map((m) => (
            <>
              <a href={m.href}>{m.reference}</a>{' '}
            </>
          ))}
        </p>
      )}
      {similar.length > 0 && (
        <details class="like list">
          <summary>
            {words.similar} ({similar.length})
          </summary>
          <p class="hint">{words.similarHint}</p>
          <DeskRows rows={similar} empty="" />
        </details>
      )}
    </>
  )
}

function PublicCopy({ copy }: { copy: CaseView['publicCopy'] }) {
  return (
    copy && (
      <details>
        <summary>{copy.label}</summary>
        {copy.title && <h3>{copy.title}</h3>}
        {copy.text && <p class="words">{copy.text}</p>}
      </details>
    )
  )
}
