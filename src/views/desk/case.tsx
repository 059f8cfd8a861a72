import type { PersonalSpan } from '../../domain/text/screening.ts'
import { build } from '../../paths.ts'
import type { DeskSight, Marks } from '../../sights/desk.ts'
import type { PublicCopy, WordsSight } from '../../sights/desk-words.ts'
import type { Words } from '../../words/words.ts'
import { Attachments } from '../components/attachments.tsx'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { Dialogue, Timeline } from '../components/history.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { Pager } from '../components/pager.tsx'
import { ErrorSummary } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { AddedByMembers } from './additions.tsx'
import { fileHere } from './case-files.ts'
import { type Back, type Carried, CaseForm, hiddenOf } from './case-form.tsx'
import { messageForDesk, toDesk } from './desk-history.ts'
import { titleText } from './desk-title.ts'
import { Facts } from './facts.tsx'
import type { FormSpec } from './form-spec.ts'
import { DeskRows } from './rows.tsx'

interface Props {
  sight: DeskSight
  forms: FormSpec[]
  /** Why others are not there. */
  cannot: string[]
  /** Who takes the steps, where none is theirs. */
  whose: string | null
  carried: Carried
  /** Of this case, from the list that it was opened from. */
  here: string
  back: Back | null
  /** Where other additions of those who joined are. */
  more?: string | null
}

export function Case({
  t,
  sight,
  forms,
  cannot,
  whose,
  carried,
  here,
  back,
  more = null,
}: Props & { t: Words }) {
  const hidden = hiddenOf(carried)
  return (
    <>
      <ErrorSummary t={t} errors={back?.errors ?? []} />
      <KeptWords t={t} words={wordsWithoutForm(forms, back)} />
      <Head t={t} {...sight} />
      <OwnWords t={t} words={sight.words} />
      {(sight.files.length > 0 || sight.hiddenFiles > 0) && <Files t={t} {...sight} />}
      <Facts t={t} {...sight} />
      {whose && <p class="note small">{whose}</p>}
      {forms.length + cannot.length > 0 && (
        <section class="steps">
          <h2>{t.caseWords.actions}</h2>
          {forms.map((spec) => (
            <CaseForm t={t} spec={spec} hidden={hidden} back={back} />
          ))}
          {cannot.length > 0 && (
            <details>
              <summary>{t.deskForms.cannotMore(cannot.length)}</summary>
              {cannot.map((line) => (
                <p class="hint">{line}</p>
              ))}
            </details>
          )}
        </section>
      )}
      <Around t={t} {...sight} />
      {sight.dialogue.length > 0 && (
        <>
          <h2>{t.caseWords.dialogue}</h2>
          <Dialogue t={t} messages={sight.dialogue.map((said) => messageForDesk(t, said))} />
        </>
      )}
      <AddedByMembers t={t} more={more} {...sight} />
      {sight.publicCopy && <Copy t={t} copy={sight.publicCopy} />}
      <h2>{t.caseWords.history}</h2>
      <History t={t} history={sight.history} />
      <Pager t={t} pages={sight.pages} here={here} />
    </>
  )
}

function History({ t, history }: Pick<DeskSight, 'history'> & { t: Words }) {
  const told = (upkeep: boolean) =>
    history.filter((step) => step.upkeep === upkeep).map((step) => toDesk(t, step))
  const upkeep = told(true)
  return (
    <>
      <Timeline t={t} items={told(false)} />
      {upkeep.length > 0 && (
        <details>
          <summary>
            {t.caseWords.upkeep} ({upkeep.length})
          </summary>
          <Timeline t={t} items={upkeep} />
        </details>
      )}
    </>
  )
}

/** What the case carries along in every form; nobody typed it. */
const CARRIED = new Set(['sesi', 'versi', 'dari', 'status', 'setelah', 'yakin'])

/** Words of a step that can no longer be taken. */
function wordsWithoutForm(forms: FormSpec[], back: Back | null): string[] {
  return back === null || forms.some(({ id }) => id === back.form)
    ? []
    : Object.entries(back.typed).flatMap(([name, texts]) => (CARRIED.has(name) ? [] : texts))
}

function Head(sight: DeskSight & { t: Words }) {
  const { t, reference, state, clock } = sight
  return (
    <header>
      <p class="meta">
        {reference} · {t.classes[sight.class].label} · <StateBadge t={t} state={state} />
        {marksText(t, sight.marks).map((mark) => (
          <>
            {' '}
            <span class="mark2">{mark}</span>
          </>
        ))}
      </p>
      <h1>{titleText(t, sight.title)}</h1>
      <ClockLine t={t} stages={clock.stages} />
      <DueText t={t} clock={clock} />
    </header>
  )
}

/** 'Rahasia', 'pengawasan', 'Dikembalikan 2 kali'. */
function marksText(t: Words, marks: Marks): string[] {
  return [
    marks.supervisory && t.desk.supervisory,
    marks.confidential && !marks.supervisory && t.caseWords.secret,
    marks.sensitive && t.sensitivities[marks.sensitive],
    marks.suspectedSpam && t.caseWords.spam,
    marks.quarantined && t.caseWords.quarantine,
    marks.priority !== 'normal' && t.priorities[marks.priority],
    marks.returns > 0 && t.caseWords.returns(marks.returns),
    marks.objection && t.caseWords.objections[marks.objection],
    marks.disputes > 0 && t.caseWords.disputes(marks.disputes),
  ].filter((mark) => mark !== false && mark !== null)
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

function OwnWords({ t, words }: { t: Words; words: WordsSight }) {
  const label = {
    original: t.caseWords.original,
    screened: t.caseWords.screened,
    unscreened: t.caseWords.notScreened,
  }[words.kind]
  const text = words.kind === 'unscreened' ? null : (words.text ?? t.caseWords.erased)
  const spans = words.kind === 'original' ? words.personal : []
  return (
    <section>
      <h2 class="sr">{t.caseWords.text}</h2>
      <p class="soft small m0">{label}</p>
      {text !== null && <Marked text={text} spans={spans} />}
      {spans.length > 0 && <p class="note wait small">! {t.caseWords.personal(spans.length)}</p>}
    </section>
  )
}

function Files({ t, reference, files, hiddenFiles }: DeskSight & { t: Words }) {
  return (
    <section>
      <h2 class="sr">{t.caseWords.files}</h2>
      {files.length > 0 && (
        <Attachments t={t} files={files.map((file) => fileHere(t, reference, file))} />
      )}
      {hiddenFiles > 0 && <p class="soft small">{t.caseWords.hiddenFiles(hiddenFiles)}</p>}
    </section>
  )
}

function hrefOf(nomor: string): string {
  return build('caseFile', { nomor })
}

function Around({ t, similar, members, others, root }: DeskSight & { t: Words }) {
  return (
    <>
      {root && (
        <p>
          {t.caseWords.root} <a href={hrefOf(root)}>{root}</a>
        </p>
      )}
      {members.length > 0 && (
        <p>
          {t.caseWords.members}:{' '}
          {members.map((nomor) => (
            <>
              <a href={hrefOf(nomor)}>{nomor}</a>{' '}
            </>
          ))}
          {others > 0 && t.caseWords.otherMembers(others)}
        </p>
      )}
      {similar.length > 0 && (
        <details class="like list">
          <summary>
            {t.caseWords.similar} ({similar.length})
          </summary>
          <p class="hint">{t.caseWords.similarHint}</p>
          <DeskRows t={t} rows={similar} hrefOf={hrefOf} empty="" />
        </details>
      )}
    </>
  )
}

function Copy({ t, copy }: { t: Words; copy: PublicCopy }) {
  const label = {
    released: t.caseWords.publicCopy,
    withdrawn: t.caseWords.withdrawn,
    withheld: t.caseWords.notPublic,
  }[copy.kind]
  return (
    <details>
      <summary>{label}</summary>
      {copy.kind === 'released' && copy.title && <h3>{copy.title}</h3>}
      {copy.kind === 'released' && copy.text && <p class="words">{copy.text}</p>}
    </details>
  )
}
