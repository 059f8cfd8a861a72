import {
  COUNT_CAP,
  type FigureRow,
  figuresOfAll,
  figuresSince,
  overdueCount,
  type Summary,
  summarize,
} from '../../db/figures.ts'
import { type Asked, asked } from '../../db/trip.ts'
import type { Agency } from '../../domain/city/city.ts'
import { dateOf, type IsoDate, monthBack, monthOf, yearOfMonths } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import type { AgencyFigures, MonthFigures } from '../../views/public/figure-tables.tsx'
import type { Figures } from '../../views/public/figures.tsx'

/** Months over which agencies are shown side by side: their rows stay under 200. */
const COMPARED_MONTHS = 3

export interface PublicFigures {
  figures: Figures
  months: MonthFigures[]
}

/** The city's figures of the last twelve months: all is counted, and said how much of it is secret. */
export function askCityFigures(c: AppContext): Asked<Figures> {
  const { today, since, period } = twelveMonths(c)
  return asked(
    [figuresSince(c.var.db, 'city', since), overdueCount(c.var.db, today)],
    ([rows, late]) => ofCity(rows, late[0]?.n ?? 0, { today, since, period }),
  )
}

function ofCity(rows: FigureRow[], overdue: number, { today, since, period }: Span): Figures {
  const summary = summarize(
    rows.filter(({ month }) => month >= since),
    today,
  )
  return {
    period,
    ...summary,
    overdue: Math.min(overdue, COUNT_CAP),
    overdueCapped: overdue > COUNT_CAP,
    secret: summary.confidential,
  }
}

/** Without what is kept from the public; of what is open past its date, older months too. */
export function askFiguresOf(c: AppContext, { id }: Agency): Asked<PublicFigures> {
  const span = twelveMonths(c)
  return asked([figuresSince(c.var.db, `agency:${id}`, span.since)], ([rows]) =>
    ofAgency(rows, span),
  )
}

/** Each of the twelve, newest first, also the one in which nothing came. */
function ofAgency(rows: FigureRow[], { today, since, period }: Span): PublicFigures {
  const shown = rows.filter(({ month }) => month >= since)
  return {
    figures: { period, ...summarize(shown, today), overdue: summarize(rows, today).overdue },
    months:
      shown.length === 0
        ? []
        : yearOfMonths(monthOf(today))
            .toReversed()
            .map((month) => ({
              month,
              figures: summarize(
                shown.filter((row) => row.month === month),
                today,
              ),
            })),
  }
}

interface Span {
  today: IsoDate
  /** 'YYYY-MM' */
  since: string
  period: string
}

function twelveMonths(c: AppContext): Span {
  const { t } = c.var
  const today = dateOf(c.var.now, c.var.city.settings.offset)
  const [since = ''] = yearOfMonths(monthOf(today))
  return { today, since, period: `${t.monthYear(since)} - ${t.monthYear(monthOf(today))}` }
}

export async function figuresOfAgencies(
  c: AppContext,
  agencies: readonly Agency[],
): Promise<{ period: string; rows: AgencyFigures[]; total: Summary }> {
  const { t } = c.var
  const today = dateOf(c.var.now, c.var.city.settings.offset)
  const month = monthOf(today)
  const since = monthBack(month, COMPARED_MONTHS - 1)
  const scopeOf = ({ id }: Agency) => `agency:${id}`
  const rows = await figuresOfAll(c.var.db, agencies.map(scopeOf), since)
  const byScope = Map.groupBy(rows, (row) => row.scope)
  return {
    period: `${t.monthYear(since)} - ${t.monthYear(month)}`,
    total: summarize(rows, today),
    rows: agencies.map((agency) => ({
      slug: agency.slug,
      name: agency.name,
      figures: summarize(byScope.get(scopeOf(agency)) ?? [], today),
    })),
  }
}
