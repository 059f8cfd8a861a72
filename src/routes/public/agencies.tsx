import { Hono } from 'hono'
import { publicReports } from '../../db/public-reports.ts'
import { agencyBySlug } from '../../domain/city.ts'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { AgenciesPage } from '../../views/public/agencies.tsx'
import { AgencyPage } from '../../views/public/agency.tsx'
import { publicFigures } from './figures-of.ts'
import { reportRowsOf } from './report-rows-of.ts'
import { siteOf } from './site.ts'

export const agencies = new Hono<AppEnv>()

/** Open reports shown on an agency's page. */
const SHOWN = 6
const OPEN_TOKENS = '(strouted OR stinprogress OR stawaitinginfo OR stawaitingconfirmation)'

agencies.get(patterns.agencies, (c) => {
  cachePublic(c, { tags: ['opd'] })
  return c.render(
    <AgenciesPage
      site={siteOf(c.var.city)}
      agencies={c.var.city.agencies.filter((a) => a.active)}
      canonical={c.env.PUBLIC_URL + patterns.agencies}
    />,
  )
})

agencies.get(patterns.agency, async (c) => {
  const { city, db, now } = c.var
  const agency = agencyBySlug(city, c.req.param('slug'))
  if (!agency) return c.notFound()
  const [{ figures, months }, listed] = await Promise.all([
    publicFigures(c, `agency:${agency.id}`, agency.id),
    publicReports(
      db,
      { q: '', tokens: [`opd${agency.id}`, OPEN_TOKENS], before: null },
      now,
      SHOWN,
    ),
  ])
  cachePublic(c, { tags: ['angka', `opd-${agency.slug}`] })
  return c.render(
    <AgencyPage
      site={siteOf(city)}
      agency={{ name: agency.name, address: null, phone: null }}
      figures={figures}
      months={months}
      rows={reportRowsOf(listed.slice(0, SHOWN), city, now)}
      canonical={c.env.PUBLIC_URL + build('agency', { slug: agency.slug })}
    />,
  )
})
