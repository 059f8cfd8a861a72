import { type Complaint, liveClock } from '../case/complaint.ts'
import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { Clock, ClockKind } from './clocks.ts'
import { heldClock, PROMISES } from './due.ts'
import type { IsoDate } from './time.ts'

/** Working days late from which each rung is due: liaison, head, then Inspektorat and leader. */
export const RUNG_DAYS = [1, 3, 5] as const

export const LADDER_KINDS = ['verify', 'objection', 'follow_up', 'promise', ...PROMISES] as const

/** First follow-up and the date that the agency gave are climbed by beside the legal date. */
export function ladderClocks(complaint: Complaint): Clock[] {
  const beside = BESIDE.map((kind) => liveClock(complaint, kind))
  return [heldClock(complaint), ...beside].filter((clock) => clock !== undefined)
}

/** Climbed by under their own names. */
export const BESIDE = ['follow_up', 'promise'] as const satisfies readonly ClockKind[]

export type BesideKind = (typeof BESIDE)[number]

export function isBeside(kind: ClockKind): kind is BesideKind {
  return (BESIDE as readonly ClockKind[]).includes(kind)
}

/** What timers look for by its due day: the date that is held to, and what ends by itself. */
export function isWatched(clock: Clock, complaint: Complaint): boolean {
  if (clock.status !== 'running') return false
  return BY_ITSELF.has(clock.kind) || clock === heldClock(complaint)
}

const BY_ITSELF: ReadonlySet<ClockKind> = new Set([
  ...BESIDE,
  ...(['target', 'silence', 'completion', 'explain'] as const),
])

export function rungDue(
  clock: Pick<Clock, 'status' | 'dueDay'>,
  today: IsoDate,
  calendar: Calendar,
): number {
  if (clock.status !== 'running' || today <= clock.dueDay) return 0
  const late = workingDaysBetween(clock.dueDay, today, calendar)
  return RUNG_DAYS.filter((days) => late >= days).length
}
