import { type Complaint, liveClock } from '../domain/case/complaint.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { type Clock, type ClockKind, stoodStill } from '../domain/time/clocks.ts'
import { promised } from '../domain/time/due.ts'
import { stoodHours } from '../domain/time/hours.ts'

export interface LiveClock
  extends Pick<
    Clock,
    'kind' | 'unit' | 'length' | 'startDay' | 'dueDay' | 'dueAt' | 'provisional'
  > {
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
  'target',
  'silence',
  'completion',
  'objection',
  'explain',
] as const satisfies ClockKind[]

export function liveClocks(complaint: Complaint, calendar: Calendar): LiveClock[] {
  const promise = promised(complaint)
  const standing = promise.kind === 'paused'
  return CLOCKS.flatMap((kind) => {
    const clock = liveClock(complaint, kind)
    if (!clock) return []
    const { unit, length, startDay, dueDay, dueAt, provisional } = clock
    return {
      ...{ kind, unit, length, startDay, dueDay, dueAt, provisional },
      stoodStill: unit === 'hour' ? stoodHours(clock) : stoodStill(clock, calendar),
      paused: clock.status === 'paused',
      first: standing ? kind === 'decide' : promise.kind === 'due' && promise.clock === clock,
    }
  })
}
