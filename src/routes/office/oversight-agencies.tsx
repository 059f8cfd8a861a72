import { Hono } from 'hono'
import { askOverseen } from '../../db/oversight.ts'
import { oneTrip } from '../../db/trip.ts'
import type { City } from '../../domain/city/city.ts'
import { type Counts, daysIn, overdueByAge, tally } from '../../domain/figures/oversight.ts'
import { ratingText } from '../../domain/figures/satisfaction.ts'
import { dateOf, type IsoDate, monthOf, yearOfMonths } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import {
  Compared,
  type ComparedAgency,
  type Heat,
  type Trend,
} from '../../views/office/compared.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { type AgencyCounts, agenciesIn, allOf, since } from './oversight-figures.ts'
import { overseenOnly, oversightIn } from './oversight-guard.ts'
import { listHref, nameOf, slugOf } from './oversight-links.ts'

export const oversightAgencies = new Hono<AppEnv>()

oversightAgencies.get(patterns.oversightAgencies, overseenOnly, async (c) => {
  const { db, city, now, t } = c.var
  const today = dateOf(now, city.settings.offset)
  const months = yearOfMonths(monthOf(today))
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const [overseen] = await oneTrip(db, [askOverseen(db, first)])
  const agencies = agenciesIn(overseen, city, oversightIn(c))
  const year = agencies.flatMap((one) => since(one, first))
  const known = agencies.filter((one) => one.agency !== null && since(one, first).length > 0)
  return c.render(
    <DeskSolo t={t} title={t.oversight.compareTitle} {...(await frameOf(c))} sheet={oversightSheet}>
      <Compared
        t={t}
        city={oversightIn(c).city}
        from={t.monthYear(first)}
        to={t.monthYear(last)}
        counting={overseen.counting}
        rows={known.map((one) => comparedOf(one, first, today)).sort(byLateness)}
        labels={months.map((month) => t.monthYear(month))}
        trends={trendsOf(c, known, months, today)}
        heat={heatOf(city, year, t.oversight.unknownPlace)}
        channels={channelsOf(c, year)}
      />
    </DeskSolo>,
  )
})

function comparedOf(one: AgencyCounts, first: string, today: IsoDate): ComparedAgency {
  const sums = tally(since(one, first), today)
  const overdue = overdueByAge(allOf(one), today).reduce((all, n) => all + n, 0)
  return {
    ...{ name: one.agency?.name ?? '', shortName: one.agency?.shortName ?? null },
    ...{ sums, overdue },
    score: ratingText(sums.ratingSum, sums.ratings),
    href: listHref('lewat', slugOf(one)),
  }
}

function byLateness(a: ComparedAgency, b: ComparedAgency): number {
  return b.overdue - a.overdue || b.sums.late - a.sums.late || b.sums.received - a.sums.received
}

/** Pictures of the busiest; the table above has all. */
const MOST_TRENDS = 12

function trendsOf(
  { var: { t } }: AppContext,
  known: readonly AgencyCounts[],
  months: readonly string[],
  today: IsoDate,
): Trend[] {
  const ofMonth = (one: AgencyCounts, month: string) => {
    const counts = one.months.get(month)
    return counts ? tally([counts], today) : null
  }
  const drawn = known.map((one) => {
    const sums = months.map((month) => ofMonth(one, month))
    return {
      name: nameOf(t, one),
      received: sums.map((sum) => sum?.received ?? 0),
      late: sums.map((sum) => sum?.late ?? 0),
    }
  })
  const busy = (trend: Trend) => trend.received.reduce((all, n) => all + n, 0)
  return drawn.sort((a, b) => busy(b) - busy(a)).slice(0, MOST_TRENDS)
}

/** Categories by how often, districts in the city's order; unknown ones last, where there are any. */
function heatOf(city: City, year: readonly Counts[], unknown: string): Heat {
  const places = new Map(daysIn(year, 'place'))
  const districts = [...city.areas.filter(({ parentId }) => parentId === null), null]
  const at = (category: number, district: number) => places.get(`${category}:${district}`) ?? 0
  const columns = districts.filter((district) =>
    [...places].some(([key, n]) => n > 0 && key.endsWith(`:${district?.id ?? 0}`)),
  )
  const rows = [...city.categories, null]
    .map((category) => ({
      name: category?.name ?? unknown,
      values: columns.map((district) => at(category?.id ?? 0, district?.id ?? 0)),
    }))
    .map((row) => ({ ...row, sum: row.values.reduce((all, n) => all + n, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
  return { columns: columns.map((district) => district?.name ?? unknown), rows }
}

function channelsOf({ var: { t } }: AppContext, year: readonly Counts[]) {
  return daysIn(year, 'channel')
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([channel, n]) => ({ name: t.channels[channel as keyof typeof t.channels] ?? channel, n }))
}
