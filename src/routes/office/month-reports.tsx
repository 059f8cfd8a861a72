import { Hono } from 'hono'
import { askOverseen } from '../../db/oversight.ts'
import { oneTrip } from '../../db/trip.ts'
import { type Agency, agencyBySlug } from '../../domain/city/city.ts'
import { type MonthReport, monthReport } from '../../domain/figures/month-report.ts'
import { ratingText } from '../../domain/figures/satisfaction.ts'
import { oversees } from '../../domain/people/oversight.ts'
import { csvOf } from '../../domain/text/csv.ts'
import { dateOf, monthBack, monthOf } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { MonthReportPage } from '../../views/office/month-report.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { agenciesIn } from './oversight-figures.ts'
import { overseenOnly, oversightIn } from './oversight-guard.ts'
import { recordExport } from './send-table.ts'

export const monthReports = new Hono<AppEnv>()

/** Months back of which a report is made: their rows keep within the budget of a page. */
const FURTHEST = 24

/** The month before: of the one that runs most is still open. */
monthReports.get(patterns.thisMonth, overseenOnly, (c) => {
  const month = monthOf(dateOf(c.var.now, c.var.city.settings.offset))
  return c.redirect(build('monthReport', { bulan: monthBack(month, 1) }), 303)
})

monthReports.get(patterns.monthReport, overseenOnly, async (c) => {
  const asked = askedIn(c)
  if (!asked) return c.notFound()
  const { t, city } = c.var
  const { whole, lines, counting, agencies } = await reportsOf(c, asked)
  const { month, agency } = asked
  const hrefOf = (name: 'monthReport' | 'monthReportFile', bulan: string) =>
    build(name, { bulan }) + (agency ? `?opd=${agency.slug}` : '')
  const next = monthBack(month, -1)
  return c.render(
    <DeskSolo t={t} title={t.oversight.monthTitle} {...(await frameOf(c))} sheet={oversightSheet}>
      <MonthReportPage
        t={t}
        city={oversightIn(c).city}
        whose={agency?.name ?? city.settings.cityName}
        month={t.monthYear(month)}
        on={t.longDate(dateOf(c.var.now, city.settings.offset))}
        counting={counting}
        whole={whole}
        lines={lines}
        file={hrefOf('monthReportFile', month)}
        before={hrefOf('monthReport', monthBack(month, 1))}
        after={
          next > monthOf(dateOf(c.var.now, city.settings.offset))
            ? null
            : hrefOf('monthReport', next)
        }
        others={agencies.map(({ name, slug }) => ({
          name,
          href: `${build('monthReport', { bulan: month })}?opd=${slug}`,
        }))}
      />
    </DeskSolo>,
  )
})

monthReports.get(patterns.monthReportFile, overseenOnly, async (c) => {
  const asked = askedIn(c)
  if (!asked) return c.notFound()
  const { t } = c.var
  const { whole, lines } = await reportsOf(c, asked)
  const all = [
    { name: asked.agency?.name ?? t.oversight.city, ...whole },
    ...(asked.agency ? [] : lines),
  ]
  const body = csvOf([
    [t.oversight.month, t.oversight.columns.agency, ...t.oversight.fileColumns],
    ...all.map((line) => [asked.month, line.name, ...cellsOf(line)]),
  ])
  await recordExport(c, `laporan-bulan-${asked.month}`, all.length)
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="laporan-bulan-${asked.month}.csv"`,
  })
})

function cellsOf({ sums, overdueNow }: MonthReport): (number | string | null)[] {
  return [
    ...[sums.received, sums.open, sums.followUps, sums.followUps - sums.lateFollowUps],
    ...[sums.median, sums.p90, sums.late, overdueNow, sums.disputed],
    ...[sums.promises, sums.keptPromises, sums.ratings],
    ratingText(sums.ratingSum, sums.ratings),
  ]
}

interface Asked {
  month: string
  /** Null: the whole city. */
  agency: Agency | null
}

/** Null where there is no such month, or it is not theirs. */
function askedIn(c: AppContext): Asked | null {
  const { city, now } = c.var
  const month = c.req.param('bulan') ?? ''
  const current = monthOf(dateOf(now, city.settings.offset))
  const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
  if (!known || month > current || month < monthBack(current, FURTHEST)) return null
  const oversight = oversightIn(c)
  const slug = c.req.query('opd')
  if (!slug && oversight.city) return { month, agency: null }
  const agency = slug
    ? agencyBySlug(city, slug)
    : city.agencies.find(({ id }) => id === oversight.agencyIds[0])
  return agency && oversees(oversight, agency.id) ? { month, agency } : null
}

async function reportsOf(c: AppContext, { month, agency }: Asked) {
  const { db, city, now } = c.var
  const today = dateOf(now, city.settings.offset)
  const [overseen] = await oneTrip(db, [askOverseen(db, month)])
  const oversight = oversightIn(c)
  const agencies = agenciesIn(overseen, city, oversight).flatMap((one) => one.agency ?? [])
  const lines = agencies
    .map(({ id, name, shortName }) => ({
      ...{ name, shortName },
      ...monthReport(overseen, month, id, today),
    }))
    .filter(({ sums, overdueNow }) => sums.received + overdueNow > 0)
    .sort((a, b) => b.overdueNow - a.overdueNow || b.sums.received - a.sums.received)
  return {
    counting: overseen.counting,
    agencies,
    lines: agency ? [] : lines,
    whole: monthReport(overseen, month, agency?.id ?? null, today),
  }
}
