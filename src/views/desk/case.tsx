import type { PersonalSpan } from '../../domain/text/screening.ts'
import type { Words } from '../../words/words.ts'
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
export function Case({ t, view, carried, back }: Props & { t: Words }) {
  return (
    <>
      <ErrorSummary t={t} errors={back?.errors ?? []} />
      <KeptWords t={t} words={wordsWithoutForm(view, back)} />
      <Head t={t} {...view} />
      <OwnWords t={t} {...view.words} />
      {(view.files.length > 0 || view.hiddenFiles > 0) && <Files t={t} {...view} />}
      <Facts t={t} {...view} />
      {view.forms.length > 0 && (
        <section class="steps">
          <h2>{t.caseWords.actions}</h2>
          {view.forms.map((spec) => (
            <CaseForm t={t} spec={spec} carried={carried} back={back} />
          ))}
        </section>
      )}
      <Around t={t} {...view} />
      {view.dialogue.length > 0 && (
        <>
          <h2>{t.caseWords.dialogue}</h2>
          <Dialogue t={t} messages={view.dialogue} />
        </>
      )}
      <PublicCopy copy={view.publicCopy} />
      <h2>{t.caseWords.history}</h2>
      <Timeline t={t} items={view.history} />
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

function Head(view: CaseView & { t: Words }) {
  const { t } = view
  return (
    <header>
      <p class="meta">
        {view.reference} · {t.classes[view.class].label} · <StateBadge t={t} state={view.state} />
        {view.marks.map((mark) => (
          <>
            {' '}
            <span class="mark2">{mark}</span>
          </>
        ))}
      </p>
      <h1>{view.title}</h1>
      <ClockLine t={t} stages={view.clock.stages} />
      <DueText t={t} clock={view.clock} />
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

function OwnWords({ t, label, text, spans }: CaseView['words'] & { t: Words }) {
  return (
    <section>
      <h2 class="sr">{t.caseWords.text}</h2>
      <p class="soft small m0">{label}</p>
      {text !== null && <Marked text={text} spans={spans} />}
      {spans.length > 0 && <p class="note wait small">! {t.caseWords.personal(spans.length)}</p>}
    </section>
  )
}

function Files({ t, files, hiddenFiles }: CaseView & { t: Words }) {
  return (
    <section>
      <h2 class="sr">{t.caseWords.files}</h2>
      {files.length > 0 && <Attachments t={t} files={files} />}
      {hiddenFiles > 0 && <p class="soft small">{t.caseWords.hiddenFiles(hiddenFiles)}</p>}
    </section>
  )
}

function Facts({ t, facts, clocks }: CaseView & { t: Words }) {
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
            {first && ` · ${t.caseWords.promised.toLowerCase()}`}
          </dt>
          <dd>
            {date} <small>{why}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Around({ t, similar, members, root }: CaseView & { t: Words }) {
  return (
    <>
      {root && (
        <p>
          {t.caseWords.root} <a href={root.href}>{root.reference}</a>
        </p>
      )}
      {members.length > 0 && (
        <p>
          {t.caseWords.members}:{' '}
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
            {t.caseWords.similar} ({similar.length})
          </summary>
          <p class="hint">{t.caseWords.similarHint}</p>
          <DeskRows t={t} rows={similar} empty="" />
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
