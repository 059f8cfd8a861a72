import { type Calendar, workingDaysBetween } from '../time/calendar.ts'
import { dateOf, type Instant } from '../time/time.ts'
import type { State } from './complaint.ts'
import { type StoredFacts, undoneIn } from './happened.ts'
import { waitsForCoordinator } from './objection.ts'

/** `coordinator`: the city administrator. */
export type CustodyHolder = 'verifier' | 'coordinator' | 'agency' | 'reporter' | 'none'

export interface CustodyEvent {
  at: Instant
  stateAfter: State
  agencyAfter: number | null
  /** Nobody but the city administrator decides then: see coordinated. */
  waits?: boolean
}

/** [from, to) */
export interface CustodySpan {
  holder: CustodyHolder
  agencyId: number | null
  from: Instant
  to: Instant
}

const HOLDER: Record<State, CustodyHolder> = {
  received: 'verifier',
  awaiting_info: 'reporter',
  routed: 'agency',
  in_progress: 'agency',
  awaiting_confirmation: 'reporter',
  closed: 'none',
  referred: 'none',
  archived: 'none',
  withdrawn: 'none',
  merged: 'none',
}

export function holderAfter({ stateAfter, waits }: CustodyEvent): CustodyHolder {
  const holder = HOLDER[stateAfter]
  return holder === 'verifier' && waits ? 'coordinator' : holder
}

type Step = StoredFacts & { seq: number; agencyId: number | null }

/** After each of them, whether it waited for the city administrator: returned twice, or objected. */
export function coordinated(events: readonly Step[]): boolean[] {
  const undone = undoneIn(events)
  let [returns, objected] = [0, false]
  return events.map(({ type, seq, agencyId }) => {
    if (type === 'return' && !undone.has(seq)) returns += 1
    if (type === 'object') objected = true
    else if ((type === 'route' || type === 'overrule') && !undone.has(seq)) objected = false
    const objection = objected ? 'open' : null
    return waitsForCoordinator({ returns, objection, leadAgencyId: agencyId })
  })
}

/** Spans touch and sum to the age (now − first event); a holder that goes on is one span. */
export function custody(events: readonly CustodyEvent[], now: Instant): CustodySpan[] {
  const spans: CustodySpan[] = []
  let from = events[0]?.at ?? now
  events.forEach((event, i) => {
    // two writers' clocks may differ by a little: time never runs back here
    const to = Math.max(from, events[i + 1]?.at ?? now)
    const holder = holderAfter(event)
    const agencyId = holder === 'agency' ? event.agencyAfter : null
    const last = spans.at(-1)
    if (last && last.holder === holder && last.agencyId === agencyId) last.to = to
    else if (to > from) spans.push({ holder, agencyId, from, to })
    from = to
  })
  return spans
}

/** Those in (day of from, day of to], so that neighbours never count one twice. */
export function spanWorkingDays(span: CustodySpan, calendar: Calendar): number {
  return workingDaysBetween(
    dateOf(span.from, calendar.offset),
    dateOf(span.to, calendar.offset),
    calendar,
  )
}

export interface CustodyTotal {
  holder: CustodyHolder
  agencyId: number | null
  milliseconds: number
  workingDays: number
}

export function custodyTotals(spans: readonly CustodySpan[], calendar: Calendar): CustodyTotal[] {
  const totals = new Map<string, CustodyTotal>()
  for (const span of spans) {
    const key = `${span.holder}:${span.agencyId}`
    const { holder, agencyId } = span
    const total = totals.get(key) ?? { holder, agencyId, milliseconds: 0, workingDays: 0 }
    total.milliseconds += span.to - span.from
    total.workingDays += spanWorkingDays(span, calendar)
    totals.set(key, total)
  }
  return [...totals.values()]
}
