import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import * as z from 'zod'
import { states } from '../../copy/id/states.ts'
import { PAGE, publicReports } from '../../db/public-reports.ts'
import type { City } from '../../domain/city.ts'
import { STATES, type State } from '../../domain/complaint.ts'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import { type ReportFilter, Reports } from '../../views/public/reports.tsx'
import { reportRowsOf } from './report-rows-of.ts'
import { catalogOf, siteOf } from './site.ts'

export const reports = new Hono<AppEnv>()

/** What is odd in an address is left out: a link from anywhere still opens the list. */
const word = z.string().max(200).optional().catch(undefined)
const query = z.object({
  q: word,
  kategori: word,
  kecamatan: word,
  opd: word,
  status: word,
  sebelum: z.coerce.number().int().positive().nullable().catch(null),
})

reports.get(patterns.reports, zValidator('query', query), async (c) => {
  const { city, now } = c.var
  const { sebelum: before, ...filter } = c.req.valid('query')
  const tokens = tokensOf(filter, city)
  const listed = await publicReports(c.var.db, { q: filter.q ?? '', tokens, before }, now)
  const page = listed.slice(0, PAGE)
  const older = listed.length > PAGE ? (page.at(-1)?.complaint.id ?? null) : null
  cachePublic(c, { tags: ['laporan'] })
  return c.render(
    <Reports
      site={siteOf(city)}
      rows={reportRowsOf(page, city, now)}
      filter={filter}
      catalog={{
        ...catalogOf(city),
        districts: city.areas
          .filter((a) => a.parentId === null)
          .map((a) => ({ value: String(a.id), label: a.name })),
        states: PUBLIC_STATES.map((state) => ({ value: state, label: states[state].label })),
      }}
      newer={before === null ? null : link(filter, null)}
      older={older === null ? null : link(filter, older)}
      canonical={c.env.PUBLIC_URL + patterns.reports}
      noindex={c.req.url.includes('?')}
    />,
  )
})

/** States in which a released report may stand. */
const PUBLIC_STATES: State[] = STATES.filter(
  (s) => !['received', 'merged', 'referred', 'archived', 'withdrawn'].includes(s),
)

/** Facets that exist become tokens; anything else in the address is ignored. */
const tokensOf = (filter: ReportFilter, city: City): string[] => {
  const known = (list: { id: number }[], text?: string) =>
    list.find((item) => String(item.id) === text)?.id
  const category = known(city.categories, filter.kategori)
  const district = known(city.areas, filter.kecamatan)
  const agency = known(city.agencies, filter.opd)
  const state = PUBLIC_STATES.find((s) => s === filter.status)
  return [
    ...(category ? [`kat${category}`] : []),
    ...(district ? [`kec${district}`] : []),
    ...(agency ? [`opd${agency}`] : []),
    ...(state ? [`st${state.replaceAll('_', '')}`] : []),
  ]
}

const link = (filter: ReportFilter, before: number | null): string => {
  const query = new URLSearchParams(filter as Record<string, string>)
  if (before !== null) query.set('sebelum', String(before))
  const text = query.toString()
  return text ? `${patterns.reports}?${text}` : patterns.reports
}
