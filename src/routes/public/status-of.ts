import { longDate } from '../../copy/format.ts'
import { type EventWords, outcomeOf, events as sentences } from '../../copy/id/events.ts'
import { status as words } from '../../copy/id/status.ts'
import type { Dossier, EventRow, MessageRow } from '../../db/dossier.ts'
import { agencyById, areaById, type City, calendarOf, categoryById } from '../../domain/city.ts'
import { clockOf, type State } from '../../domain/complaint.ts'
import { custody, custodyTotals } from '../../domain/custody.ts'
import { REOPEN_DAYS } from '../../domain/decide/reporting-back.ts'
import { daysLeft, dueNow } from '../../domain/due.ts'
import type { CommandName } from '../../domain/lifecycle.ts'
import { addDays, dateOf, type Instant } from '../../domain/time.ts'
import { isRevealShown } from '../../domain/visibility.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { DialogueMessage, TimelineItem } from '../../views/components/history.tsx'
import type { StatusView } from '../../views/public/status-view.ts'
import { filesOf } from './files-of.ts'

/** Everything the reporter reads of their own complaint, but for the forms. */
export const statusOf = (d: Dossier, city: City, now: Instant): Omit<StatusView, 'forms'> => {
  const c = d.complaint
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city, c.leadAgencyId)
  const name = (id: number | null) => agencyById(city, id)?.name ?? null
  const shown = d.messages.filter((m) => m.visibleFrom <= now && m.state !== 'undone')
  return {
    reference: c.reference,
    title: d.row.title ?? c.reference,
    state: c.state,
    receivedAt: c.receivedAt,
    place: placeOf(d, city),
    category: categoryById(city, c.categoryId)?.name ?? null,
    agency: name(c.leadAgencyId),
    due: dueNow(c),
    left: daysLeft(c, today, calendar),
    today,
    stages: clockStages(c, today, calendar),
    custody: heldBy(d, city, now),
    question: questionOf(d, shown, city),
    closure: closureOf(d, shown, city),
    history: historyOf(d, shown, city, now),
    dialogue: shown.filter((m) => isDialogue(m)).map((m) => said(m, city)),
    files: filesOf(d),
    root: publicRoot(d) ?? null,
    rating: c.rating,
    reopenUntil: reopenUntil(d, city),
    reveals: d.reveals
      .filter((r) => isRevealShown(r.at, now))
      .map((r) => ({
        at: r.at,
        by: words.revealedBy,
        reason: d.messages.find((m) => m.seq === r.seq)?.text ?? '',
      })),
  }
}

const placeOf = ({ complaint: c, row }: Dossier, city: City): string | null => {
  const parts = [
    row.landmark,
    areaById(city, c.subdistrictId)?.name,
    areaById(city, c.districtId)?.name,
  ]
  return parts.filter(Boolean).join(', ') || null
}

const heldBy = (d: Dossier, city: City, now: Instant) => {
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

const questionOf = (d: Dossier, shown: MessageRow[], city: City): StatusView['question'] => {
  const asked = shown.findLast((m) => m.kind === 'question')
  const until = clockOf(d.complaint, 'completion')
  if (d.complaint.state !== 'awaiting_info' || !asked || !until) return null
  return { by: speaker(asked, city), text: asked.text ?? '', answerBy: until.dueDay }
}

const closureOf = (d: Dossier, shown: MessageRow[], city: City): StatusView['closure'] => {
  const closing = shown.findLast((m) => m.kind === 'closure' && m.state === 'sent')
  const until = clockOf(d.complaint, 'silence')
  if (d.complaint.state !== 'awaiting_confirmation' || !closing || !until) return null
  return {
    agency: speaker(closing, city),
    text: closing.text ?? '',
    reason: closing.reason ?? '',
    silentUntil: until.dueDay,
  }
}

const isDialogue = (m: MessageRow): boolean =>
  m.audience !== 'staff' && m.kind !== 'closure' && (m.state === 'sent' || m.state === 'screening')

const said = (m: MessageRow, city: City): DialogueMessage => ({
  at: m.at,
  by: speaker(m, city),
  mine: m.authorKind === 'reporter',
  text: m.text ?? words.erased,
  ...(m.state === 'screening' ? { note: words.screening } : {}),
})

const speaker = (m: MessageRow, city: City): string => {
  if (m.authorKind === 'reporter') return words.you
  return agencyById(city, m.agencyId)?.name ?? words.verifier
}

/** Newest first; what only the desk may know has no sentence for citizens. */
const historyOf = (d: Dossier, shown: MessageRow[], city: City, now: Instant): TimelineItem[] => {
  const hidden = new Set(d.messages.filter((m) => !shown.includes(m)).map((m) => m.seq))
  const undone = new Set(
    d.events.flatMap((e) => (e.type === 'undo' ? [Number(factsOf(e).undone)] : [])),
  )
  return d.events
    .filter((e) => !hidden.has(e.seq) && !undone.has(e.seq) && !isDraft(e))
    .flatMap((e): TimelineItem[] => {
      const sentence = sentences[e.type as CommandName]?.citizen
      if (!sentence) return []
      const message = shown.find((m) => m.seq === e.seq && m.audience !== 'staff')
      return [
        {
          at: e.at,
          title: sentence(wordsOf(e, d, city)),
          tone: toneOf(e),
          ...(message?.text ? { words: message.text } : {}),
          ...(e.type === 'file' ? { note: countedFrom(d, city) } : {}),
        },
      ]
    })
    .filter((item) => item.at <= now)
    .reverse()
}

/** The number of a root that is kept from the public is kept from those who joined it, too. */
const publicRoot = ({ root }: Dossier): string | undefined =>
  root?.releaseStatus === 'released' ? root.reference : undefined

const factsOf = (e: EventRow): Record<string, string | number | boolean | null> =>
  JSON.parse(e.facts)

const isDraft = (e: EventRow): boolean =>
  (e.type === 'reply' || e.type === 'propose_closure') && factsOf(e).draft === true

const wordsOf = (e: EventRow, d: Dossier, city: City): EventWords => {
  const facts = factsOf(e)
  const agencyId = typeof facts.agency === 'number' ? facts.agency : e.agencyId
  return {
    agency: agencyById(city, agencyId)?.name,
    reference: publicRoot(d),
    value:
      facts.score !== undefined || facts.rung !== undefined
        ? String(facts.score ?? facts.rung)
        : undefined,
    date: typeof facts.to === 'string' ? longDate(facts.to) : undefined,
    ...outcomeOf(e, facts),
  }
}

const toneOf = (e: EventRow): TimelineItem['tone'] => {
  if (e.stateAfter === 'awaiting_info') return 'wait'
  if (e.type === 'escalate') return 'late'
  return e.stateAfter === 'closed' ? 'done' : undefined
}

const countedFrom = (d: Dossier, city: City): string | undefined => {
  const { receivedAt, dayZero } = d.complaint
  return dateOf(receivedAt, city.settings.offset) === dayZero
    ? undefined
    : words.countedFrom(longDate(dayZero))
}

const reopenUntil = ({ complaint: c }: Dossier, city: City): string | null =>
  c.state === 'closed' && c.closedAt !== null
    ? addDays(dateOf(c.closedAt, city.settings.offset), REOPEN_DAYS)
    : null
