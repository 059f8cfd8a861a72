import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { Clock } from './clocks.ts'
import { PROMISES } from './due.ts'
import type { IsoDate } from './time.ts'

/** Working days late from which each rung is due: liaison, head, then Inspektorat and leader. */
export const RUNG_DAYS = [1, 3, 5] as const

/** Clocks after whose due day somebody is told: verification, and what the city promised. */
export const LADDER_KINDS = ['verify', ...PROMISES] as const

/** The rung that a clock should have reached by a day: 0 while it runs in time, else 1 to 3. */
export function rungDue(
  clock: Pick<Clock, 'status' | 'dueDay'>,
  today: IsoDate,
  calendar: Calendar,
): number {
  if (clock.status !== 'running' || today <= clock.dueDay) return 0
  const late = workingDaysBetween(clock.dueDay, today, calendar)
  return RUNG_DAYS.filter((days) => late >= days).length
}
