import type { IsoDate } from '../time/time.ts'
import { type AgencyMonth, type Counts, overdueByAge, type Tally, tally } from './oversight.ts'

/** What one month's reports have come to by now, of an agency or the city. */
export interface MonthReport {
  sums: Tally
  /** Open past their day now, of whatever month. */
  overdueNow: number
}

interface Known {
  rows: readonly AgencyMonth[]
  city: readonly { month: string; counts: Counts }[]
}

/** `agencyId`: null for the whole city. */
export function monthReport(
  { rows, city }: Known,
  month: string,
  agencyId: number | null,
  today: IsoDate,
): MonthReport {
  const own = rows.filter((row) => agencyId === null || row.agencyId === agencyId)
  const ofMonth = (agencyId === null ? city : own).filter((row) => row.month === month)
  return {
    sums: tally(
      ofMonth.map(({ counts }) => counts),
      today,
    ),
    overdueNow: overdueByAge(
      own.map(({ counts }) => counts),
      today,
    ).reduce((all, n) => all + n, 0),
  }
}
