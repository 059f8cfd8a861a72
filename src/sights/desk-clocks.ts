import { type Complaint, liveClock } from '../domain/case/complaint.ts'
import type { Clock, ClockKind } from '../domain/time/clocks.ts'
import { promised } from '../domain/time/due.ts'

export interface LiveClock
  extends Pick<
    Clock,
    'kind' | 'unit' | 'length' | 'startDay' | 'dueDay' | 'provisional' | 'stoodStill'
  > {
  paused: boolean
  /** The earlier one of the promise: it is ranked and escalated. */
  first: boolean
}

const CLOCKS = [
  'verify',
  'complete',
  'follow_up',
  'settle',
  'decide',
  'silence',
  'completion',
] as const satisfies ClockKind[]

export function liveClocks(complaint: Complaint): LiveClock[] {
  const promise = promised(complaint)
  return CLOCKS.flatMap((kind) => {
    const clock = liveClock(complaint, kind)
    if (!clock) return []
    const { unit, length, startDay, dueDay, provisional, stoodStill } = clock
    return {
      ...{ kind, unit, length, startDay, dueDay, provisional, stoodStill },
      paused: clock.status === 'paused',
      first: promise.kind === 'due' && promise.clock === clock,
    }
  })
}
