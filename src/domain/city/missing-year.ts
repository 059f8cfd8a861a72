import { type IsoDate, yearOf } from '../time/time.ts'

/** The joint decree of the next year is out by then. */
const WARN_FROM = '09-01'

/** The next year, where it is time that it were loaded. */
export function missingYear({ lastYear }: { lastYear: number }, today: IsoDate): number | null {
  const next = yearOf(today) + 1
  return lastYear < next && today.slice(5) >= WARN_FROM ? next : null
}
