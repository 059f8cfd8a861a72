import { Hono } from 'hono'
import { oneTrip } from '../../db/trip.ts'
import { agencyBySlug } from '../../domain/city/city.ts'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { askFiguresOf, figuresOfAgencies } from './figures-of.ts'
import { formerSlug } from './former-slug.ts'
import { askOpenReports } from './open-reports.ts'
import { siteOf } from './site.ts'

export const agencies = new Hono<AppEnv>()

const OPEN_REPORTS = 6

agencies.get(patterns.agencies, async (c) => {
  const active = c.var.city.agencies.filter((a) => a.active)
  const { period, rows, total } = await figuresOfAgencies(c, active)
  const { AgenciesPage } = await import('../../views/public/agencies.tsx')
  cachePublic(c, { tags: ['opd', 'angka'] })
  return c.render(
    <AgenciesPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      period={period}
      rows={rows}
      total={total}
      canonical={c.env.PUBLIC_URL + patterns.agencies}
    />,
  )
})

agencies.get(patterns.agency, async (c) => {
  const agency = agencyBySlug(c.var.city, c.req.param('slug'))
  if (!agency) return formerSlug(c, 'agency')
  const [{ figures, months }, rows] = await oneTrip(c.var.db, [
    askFiguresOf(c, agency),
    askOpenReports(c, agency, OPEN_REPORTS),
  ])
  const { AgencyPage } = await import('../../views/public/agency.tsx')
  cachePublic(c, { tags: ['laporan', 'angka', `opd-${agency.slug}`] })
  return c.render(
    <AgencyPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      agency={agency}
      figures={figures}
      months={months}
      rows={rows}
      canonical={c.env.PUBLIC_URL + build('agency', { slug: agency.slug })}
    />,
  )
})
