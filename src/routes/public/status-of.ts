import type { Dossier, EventRow, MessageRow } from '../../db/dossier.ts'
import type { CommandName } from '../../domain/acts/acts.ts'
import { REOPEN_DAYS } from '../../domain/acts/reopen.ts'
import { type Complaint, clockOf, type State } from '../../domain/case/complaint.ts'
import { custody, custodyTotals } from '../../domain/case/custody.ts'
import { outcomeOf } from '../../domain/case/event-outcome.ts'
import { type AnyFacts, factsOf, isDraft, undoneIn } from '../../domain/case/happened.ts'
import { canSee, type Field, fieldOfMessage, isRevealShown } from '../../domain/case/visibility.ts'
import {
  agencyById,
  areaById,
  type City,
  calendarOf,
  categoryById,
  rulesOf,
} from '../../domain/city/city.ts'
import { daysLeft, dueNow } from '../../domain/time/due.ts'
import { addDays, dateOf, type Instant } from '../../domain/time/time.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { DialogueMessage, TimelineItem } from '../../views/components/history.tsx'
import type { StatusView } from '../../views/public/status-view.ts'
import type { EventWords } from '../../words/id/events.ts'
import type { Words } from '../../words/words.ts'
import { filesOf, shownFiles } from './files-of.ts'

type Sees = (field: Field) => boolean

export function seesIn(
  kind: 'key' | 'member',
  complaint: Complaint,
  city: City,
  now: Instant,
): Sees {
  const rules = rulesOf(city)
  return (field) => canSee({ kind }, field, complaint, now, rules)
}

/** Everything the reporter reads of their own complaint, but for the forms. */
export function statusOf(
  t: Words,
  d: Dossier,
  city: City,
  now: Instant,
): Omit<StatusView, 'forms'> {
  const complaint = d.complaint
  const sees = seesIn('key', complaint, city, now)
  const handled = handledBy(d, city, now)
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city, handled.leadAgencyId)
  const arrived = d.messages.filter((m) => m.visibleFrom <= now && m.state !== 'undone')
  const shown = arrived.filter((m) => sees(fieldOfMessage(m)))
  return {
    reference: complaint.reference,
    title: (sees('originalTitle') && d.row.title) || complaint.reference,
    state: complaint.state,
    receivedAt: complaint.receivedAt,
    place: sees('exactPoint') ? placeOf(d, city) : null,
    category: categoryById(city, complaint.categoryId)?.name ?? null,
    agency: agencyById(city, handled.leadAgencyId)?.name ?? null,
    due: dueNow(handled),
    left: daysLeft(handled, today, calendar),
    today,
    stages: clockStages(t, handled, today, calendar),
    custody: sees('custody') ? heldBy(d, city, now) : [],
    question: questionOf(t, d, shown, city),
    closure: closureOf(t, d, shown, city),
    history: historyOf(t, d, arrived, shown, city, now),
    dialogue: dialogueOf(t, d, shown, city, now),
    files: filesOf(t, d, now, sees),
    root: rootOf(d, city, now),
    rating: complaint.rating,
    reopenUntil: reopenUntil(d, city),
    reveals: sees('revealLog') ? revealsOf(t, d, now) : [],
  }
}

/** The complaint whose clock and agency the reporter follows: a joined one has its root's. */
export function handledBy({ complaint, root }: Dossier, city: City, now: Instant): Complaint {
  if (!root) return complaint
  const sees = seesIn('member', root.complaint, city, now)
  return sees('clock') && sees('agency') ? root.complaint : complaint
}

/** What a joined filing's holder knows of the root; its number only where that is public. */
function rootOf({ root }: Dossier, city: City, now: Instant): StatusView['root'] {
  return root && seesIn('member', root.complaint, city, now)('state')
    ? { reference: publicRoot(root) ?? null, state: root.complaint.state }
    : null
}

/** The root's public answers that have reached everyone who joined it by now. */
export function answersOfRoot({ root }: Dossier, city: City, now: Instant): MessageRow[] {
  if (!root) return []
  const sees = seesIn('member', root.complaint, city, now)
  return root.answers.filter((m) => m.visibleFrom <= now && sees(fieldOfMessage(m)))
}

function dialogueOf(
  t: Words,
  d: Dossier,
  shown: MessageRow[],
  city: City,
  now: Instant,
): DialogueMessage[] {
  const own = shown.filter((m) => m.kind !== 'closure').map((m) => said(t, m, city))
  const roots = answersOfRoot(d, city, now).map((m) => ({
    ...said(t, m, city),
    note: t.status.ofRoot,
  }))
  return [...own, ...roots].sort((a, b) => a.at - b.at)
}

function revealsOf(t: Words, d: Dossier, now: Instant): StatusView['reveals'] {
  return d.reveals
    .filter((r) => isRevealShown(r.at, now))
    .map((r) => ({
      at: r.at,
      by: t.status.revealedBy,
      reason: d.messages.find((m) => m.seq === r.seq)?.text ?? '',
    }))
}

function placeOf({ complaint, row }: Dossier, city: City): string | null {
  const parts = [
    row.landmark,
    areaById(city, complaint.subdistrictId)?.name,
    areaById(city, complaint.districtId)?.name,
  ]
  return parts.filter(Boolean).join(', ') || null
}

function heldBy(d: Dossier, city: City, now: Instant) {
  const spans = custody(
    d.events.map((e) => ({ at: e.at, stateAfter: e.stateAfter as State, agencyAfter: e.agencyId })),
    now,
  )
  return custodyTotals(spans, calendarOf(city)).map((total) => ({
    holder: total.holder,
    agency: agencyById(city, total.agencyId)?.name ?? null,
    days: total.workingDays,
  }))
}

function questionOf(t: Words, d: Dossier, shown: MessageRow[], city: City): StatusView['question'] {
  const asked = shown.findLast((m) => m.kind === 'question')
  const until = clockOf(d.complaint, 'completion')
  if (d.complaint.state !== 'awaiting_info' || !asked || !until) return null
  return { by: speaker(t, asked, city), text: asked.text ?? '', answerBy: until.dueDay }
}

function closureOf(t: Words, d: Dossier, shown: MessageRow[], city: City): StatusView['closure'] {
  const closing = shown.findLast((m) => m.kind === 'closure' && m.state === 'sent')
  const until = clockOf(d.complaint, 'silence')
  if (d.complaint.state !== 'awaiting_confirmation' || !closing || !until) return null
  return {
    agency: speaker(t, closing, city),
    text: closing.text ?? '',
    reason: closing.reason ?? '',
    silentUntil: until.dueDay,
  }
}

function said(t: Words, m: MessageRow, city: City): DialogueMessage {
  return {
    at: m.at,
    by: speaker(t, m, city),
    mine: m.authorKind === 'reporter',
    text: [m.text, m.reason].filter(Boolean).join('\n\n') || t.status.erased,
    ...(m.state === 'screening' ? { note: t.status.screening } : {}),
  }
}

function speaker(t: Words, m: MessageRow, city: City): string {
  if (m.authorKind === 'reporter') return t.status.you
  return agencyById(city, m.agencyId)?.name ?? t.status.verifier
}

/** Newest first; what only the desk may know has no sentence for citizens. */
function historyOf(
  t: Words,
  d: Dossier,
  arrived: MessageRow[],
  shown: MessageRow[],
  city: City,
  now: Instant,
): TimelineItem[] {
  const hidden = new Set(d.messages.filter((m) => !arrived.includes(m)).map((m) => m.seq))
  const files = shownFiles(d, now, seesIn('key', d.complaint, city, now))
  const heldFiles = new Set(d.attachments.filter((a) => a.key && !files.has(a)).map((a) => a.seq))
  const undone = undoneIn(d.events)
  return d.events
    .filter((e) => !hidden.has(e.seq) && !undone.has(e.seq) && !isDraft(e) && !heldFiles.has(e.seq))
    .flatMap((e): TimelineItem[] => {
      const sentence = t.events[e.type as CommandName]?.citizen
      if (!sentence) return []
      const message = shown.find((m) => m.seq === e.seq)
      return [
        {
          at: e.at,
          title: sentence(wordsOf(t, e, d, city)),
          tone: toneOf(e),
          ...(message?.text ? { words: message.text } : {}),
          ...(e.type === 'file' ? { note: countedFrom(t, d, city) } : {}),
        },
      ]
    })
    .filter((item) => item.at <= now)
    .reverse()
}

/** The number of a root that is kept from the public is kept from those who joined it, too. */
function publicRoot(root: Dossier['root']): string | undefined {
  return root?.complaint.release.status === 'released' ? root.complaint.reference : undefined
}

function wordsOf(t: Words, e: EventRow, d: Dossier, city: City): EventWords {
  const facts: AnyFacts = factsOf(e).facts
  const value = facts.score ?? facts.rung
  return {
    agency: agencyById(city, facts.agency ?? e.agencyId)?.name,
    reference: publicRoot(d.root),
    value: value === undefined ? undefined : String(value),
    date: facts.to ? t.longDate(facts.to) : undefined,
    ...outcomeOf(e, facts),
  }
}

function toneOf(e: EventRow): TimelineItem['tone'] {
  if (e.stateAfter === 'awaiting_info') return 'wait'
  if (e.type === 'escalate') return 'late'
  return e.stateAfter === 'closed' ? 'done' : undefined
}

function countedFrom(t: Words, d: Dossier, city: City): string | undefined {
  const { receivedAt, dayZero } = d.complaint
  return dateOf(receivedAt, city.settings.offset) === dayZero
    ? undefined
    : t.status.countedFrom(t.longDate(dayZero))
}

function reopenUntil({ complaint }: Dossier, city: City): string | null {
  return complaint.state === 'closed' && complaint.closedAt !== null
    ? addDays(dateOf(complaint.closedAt, city.settings.offset), REOPEN_DAYS)
    : null
}
