import { type Complaint, liveClock } from '../domain/case/complaint.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { type Clock, type ClockKind, stoodStill } from '../domain/time/clocks.ts'
import { promised } from '../domain/time/due.ts'

export interface LiveClock
  extends Pick<Clock, 'kind' | 'unit' | 'length' | 'startDay' | 'dueDay' | 'provisional'> {
  paused: boolean
  /** Days that it stood still, in its unit. */
  stoodStill: number
  /** The earlier one of the promise: it is ranked and escalated. */
  first: boolean
}

const CLOCKS = [
  'verify',
  'complete',
  'follow_up',
  'settle',
  'decide',
  'promise',
  'silence',
  'completion',
] as const satisfies ClockKind[]

export function liveClocks(complaint: Complaint, calendar: Calendar): LiveClock[] {
  const promise = promised(complaint)
  const standing = promise.kind === 'paused'
  return CLOCKS.flatMap((kind) => {
    const clock = liveClock(complaint, kind)
    if (!clock) return []
    const { unit, length, startDay, dueDay, provisional } = clock
    return {
      ...{ kind, unit, length, startDay, dueDay, provisional },
      stoodStill: stoodStill(clock, calendar),
      paused: clock.status === 'paused',
      first: standing ? kind === 'decide' : promise.kind === 'due' && promise.clock === clock,
    }
  })
}
