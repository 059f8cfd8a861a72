import { type Calendar, workingDaysBefore } from '../time/calendar.ts'
import { dateOf, type Instant, instantAt } from '../time/time.ts'

/** Working days after which an agency that has work and does nothing is called silent. */
export const SILENT_DAYS = 5

interface Acts {
  /** When it last did something itself; null: never. */
  at: Instant | null
  /** Since when it has what is first in its queue; null: it has no work. */
  since: Instant | null
}

export function isSilent({ at, since }: Acts, now: Instant, calendar: Calendar): boolean {
  const day = workingDaysBefore(dateOf(now, calendar.offset), SILENT_DAYS, calendar)
  const until = instantAt(day, 0, calendar.offset)
  return since !== null && since < until && (at ?? 0) < until
}
