import { Hono } from 'hono'
import { indexableReports } from '../../db/public-reports.ts'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { AUDIENCES, type PathRow } from '../../path-row.ts'
import { build, paths, patterns } from '../../paths.ts'
import { indexable } from '../../sights/public-rows.ts'

export const crawlers = new Hono<AppEnv>()

const SITEMAP_REPORTS = 60

/** What is for the fewest stands first. */
const closed = Object.values(paths)
  .filter(({ disallow }) => disallow !== undefined)
  .toSorted((a, b) => breadth(a) - breadth(b))

function breadth(row: PathRow): number {
  return AUDIENCES.length - AUDIENCES.indexOf(row.for)
}

crawlers.get(patterns.robots, (c) => {
  cachePublic(c, { tags: [] })
  return c.text(
    [
      'User-agent: *',
      ...closed.map(({ disallow }) => `Disallow: ${disallow}`),
      `Sitemap: ${c.env.PUBLIC_URL}${patterns.sitemap}`,
      '',
    ].join('\n'),
  )
})

crawlers.get(patterns.sitemap, async (c) => {
  const { db, now } = c.var
  const reports = await indexableReports(db, SITEMAP_REPORTS)
  const urls = [
    ...Object.values(paths).flatMap(({ at, sitemap }) => (sitemap ? [at] : [])),
    ...c.var.city.agencies.filter((a) => a.active).map((a) => build('agency', { slug: a.slug })),
    ...indexable(reports, now).map((nomor) => build('publicReport', { nomor })),
  ]
  cachePublic(c, { tags: ['laporan'] })
  const body = urls.map((url) => `<url><loc>${c.env.PUBLIC_URL}${url}</loc></url>`).join('')
  return c.body(
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`,
    200,
    { 'Content-Type': 'application/xml; charset=utf-8' },
  )
})
