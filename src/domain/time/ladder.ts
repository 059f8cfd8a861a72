import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { Clock } from './clocks.ts'
import { PROMISES } from './due.ts'
import type { IsoDate } from './time.ts'

/** Working days late from which each rung is due: liaison, head, then Inspektorat and leader. */
export const RUNG_DAYS = [1, 3, 5] as const

export const LADDER_KINDS = ['verify', ...PROMISES] as const

export function rungDue(
  clock: Pick<Clock, 'status' | 'dueDay'>,
  today: IsoDate,
  calendar: Calendar,
): number {
  if (clock.status !== 'running' || today <= clock.dueDay) return 0
  const late = workingDaysBetween(clock.dueDay, today, calendar)
  return RUNG_DAYS.filter((days) => late >= days).length
}
