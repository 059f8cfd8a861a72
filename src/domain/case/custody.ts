import { type Calendar, workingDaysBetween } from '../time/calendar.ts'
import { dateOf, type Instant } from '../time/time.ts'
import type { State } from './complaint.ts'

export type CustodyHolder = 'verifier' | 'agency' | 'reporter' | 'none'

export interface CustodyEvent {
  at: Instant
  stateAfter: State
  agencyAfter: number | null
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

export function holderIn(state: State): CustodyHolder {
  return HOLDER[state]
}

/** Spans touch and sum to the age (now − first event); a holder that goes on is one span. */
export function custody(events: readonly CustodyEvent[], now: Instant): CustodySpan[] {
  const spans: CustodySpan[] = []
  let from = events[0]?.at ?? now
  events.forEach((event, i) => {
    // two writers' clocks may differ by a little: time never runs back here
    const to = Math.max(from, events[i + 1]?.at ?? now)
    const holder = HOLDER[event.stateAfter]
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
