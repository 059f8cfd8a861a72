import { monthYear } from '../../copy/format.ts'
import {
  COUNT_CAP,
  type FigureRow,
  figuresSince,
  overdueCount,
  summarize,
} from '../../db/figures.ts'
import { dateOf, monthOf } from '../../domain/time.ts'
import type { AppContext } from '../../http.ts'
import type { Figures, MonthFigures } from '../../views/public/figures.tsx'

/** Months that public figures cover. */
const MONTHS = 12

export interface PublicFigures {
  figures: Figures
  months: MonthFigures[]
}

/** An agency's or the city's figures of the last twelve months, in one round trip. */
export const publicFigures = async (
  c: AppContext,
  scope: string,
  agencyId: number | null,
): Promise<PublicFigures> => {
  const today = dateOf(c.var.now, c.var.city.settings.offset)
  const since = monthBack(monthOf(today), MONTHS - 1)
  const [rows, late] = await c.var.db.batch([
    figuresSince(c.var.db, scope, since),
    overdueCount(c.var.db, agencyId, today),
  ])
  const overdue = late[0]?.n ?? 0
  return {
    figures: {
      period: `${monthYear(since)} - ${monthYear(monthOf(today))}`,
      ...summarize(rows),
      overdue: Math.min(overdue, COUNT_CAP),
      overdueCapped: overdue > COUNT_CAP,
    },
    months: rows.map(monthFigures),
  }
}

const monthFigures = (row: FigureRow): MonthFigures => ({
  month: row.month,
  figures: { ...summarize([row]), late: row.late },
})

/** 'YYYY-MM' so many months before another. */
const monthBack = (month: string, months: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
