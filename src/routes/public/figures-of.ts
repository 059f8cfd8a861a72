import {
  COUNT_CAP,
  type FigureRow,
  figuresOfAll,
  figuresSince,
  overdueCount,
  type Summary,
  summarize,
} from '../../db/figures.ts'
import type { Agency } from '../../domain/city/city.ts'
import { hideSmall } from '../../domain/figures/figures.ts'
import { dateOf, monthOf } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import type { AgencyFigures, Few, Figures, MonthFigures } from '../../views/public/figures.tsx'

const MONTHS = 12
/** Months over which agencies are shown side by side: their rows stay under 200. */
const COMPARED_MONTHS = 3

export interface PublicFigures {
  figures: Figures
  months: MonthFigures[]
}

/** An agency's or the city's figures of the last twelve months, in one round trip. */
export async function publicFigures(
  c: AppContext,
  scope: string,
  agencyId: number | null,
): Promise<PublicFigures> {
  const { t } = c.var
  const today = dateOf(c.var.now, c.var.city.settings.offset)
  const since = monthBack(monthOf(today), MONTHS - 1)
  const [rows, late] = await c.var.db.batch([
    figuresSince(c.var.db, scope, since),
    overdueCount(c.var.db, agencyId, today),
  ])
  const overdue = late[0]?.n ?? 0
  const summary = summarize(rows)
  return {
    figures: {
      period: `${t.monthYear(since)} - ${t.monthYear(monthOf(today))}`,
      ...shown(summary),
      overdue: few(Math.min(overdue, COUNT_CAP), summary),
      overdueCapped: overdue > COUNT_CAP,
    },
    months: rows.map(monthFigures),
  }
}

export async function figuresOfAgencies(
  c: AppContext,
  agencies: readonly Agency[],
): Promise<{ period: string; rows: AgencyFigures[] }> {
  const { t } = c.var
  const month = monthOf(dateOf(c.var.now, c.var.city.settings.offset))
  const since = monthBack(month, COMPARED_MONTHS - 1)
  const scopeOf = ({ id }: Agency) => `agency:${id}`
  const rows = await figuresOfAll(c.var.db, agencies.map(scopeOf), since)
  const byScope = Map.groupBy(rows, (row) => row.scope)
  return {
    period: `${t.monthYear(since)} - ${t.monthYear(month)}`,
    rows: agencies.map((agency) => ({
      slug: agency.slug,
      name: agency.name,
      figures: closingFigures(byScope.get(scopeOf(agency)) ?? []),
    })),
  }
}

function monthFigures(row: FigureRow): MonthFigures {
  return {
    month: row.month,
    figures: closingFigures([row]),
  }
}

function closingFigures(rows: readonly FigureRow[]): MonthFigures['figures'] {
  const summary = summarize(rows)
  const late = rows.reduce((total, row) => total + row.late, 0)
  return { ...shown(summary), late: few(late, summary) }
}

/** A count, or that it is small where a report kept from the public is among those counted. */
function few(n: number, { confidential }: Summary): number | Few {
  return hideSmall(n, confidential > 0) ?? 'few'
}

/** The summary for everyone: nothing in it is so small that it tells of one confidential report. */
function shown(s: Summary) {
  const over = <T>(n: number, value: T) => (few(n, s) === 'few' ? ('few' as const) : value)
  return {
    received: few(s.received, s),
    joined: few(s.joined, s),
    open: few(s.open, s),
    disputed: few(s.disputed, s),
    medianFirstAnswer: over(s.answers, s.medianFirstAnswer),
    medianClosing: over(s.closings, s.medianClosing),
    satisfaction: over(s.ratings, s.satisfaction),
  }
}

/** 'YYYY-MM' so many months before another. */
function monthBack(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
