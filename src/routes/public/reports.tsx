import { Hono } from 'hono'
import { stateToken } from '../../db/complaint-rows.ts'
import { PAGE, publicReports, SEARCH_MONTHS } from '../../db/public-reports.ts'
import { STATES, type State } from '../../domain/case/complaint.ts'
import type { City } from '../../domain/city/city.ts'
import { placeNames } from '../../domain/city/place-names.ts'
import { numberTokenIn, referenceIn } from '../../domain/text/reference.ts'
import { dateOf, type Instant, instantAt, yearOf } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { buildTrack, patterns } from '../../paths.ts'
import { type Facets, publicRows } from '../../sights/public-rows.ts'
import { type ReportFilter, Reports } from '../../views/public/reports.tsx'
import { publicAddress } from './public-address.ts'
import { catalogOf, siteOf } from './site.ts'

export const reports = new Hono<AppEnv>()

reports.get(patterns.reports, async (c) => {
  const { city, now } = c.var
  const filter = filterOf(c)
  const before = placeOf(c.req.query('sebelum'))
  const number = referenceIn(filter.q ?? '', city.settings.prefix)
  if (number) return c.redirect((await publicAddress(c, number)) ?? buildTrack(number), 303)
  const facets = facetsOf(filter, city)
  const years = yearsOf(city, now)
  const span = spanOf(years, filter.tahun, city)
  const listed = await publicReports(
    c.var.db,
    {
      q: filter.q ?? '',
      ...{ places: placeNames(city), tokens: tokensOf(facets), before, span },
      number: numberTokenIn(filter.q ?? '', city.settings.prefix),
    },
    now,
  )
  const page = listed.slice(0, PAGE)
  const older = listed.length > PAGE ? (page.at(-1)?.complaint.id ?? null) : null
  cachePublic(c, { tags: ['laporan'] })
  return c.render(
    <Reports
      t={c.var.t}
      site={siteOf(city)}
      rows={publicRows(page, city, now, facets)}
      filter={filter}
      catalog={{
        ...catalogOf(city),
        districts: city.areas
          .filter((a) => a.parentId === null)
          .map((a) => ({ value: String(a.id), label: a.name })),
        states: PUBLIC_STATES.map((state) => ({
          value: state,
          label: c.var.t.stateLabelForOthers(state),
        })),
        years: years.map((year) => ({ value: String(year), label: String(year) })),
      }}
      months={SEARCH_MONTHS}
      newer={before === null ? null : link(filter, null)}
      older={older === null ? null : link(filter, older)}
      canonical={c.env.PUBLIC_URL + patterns.reports}
      noindex={c.req.url.includes('?')}
    />,
  )
})

/** What is odd in an address is left out: a link from anywhere still opens the list. */
function filterOf({ req }: AppContext): ReportFilter {
  const word = (name: keyof ReportFilter) => {
    const asked = req.query(name)
    return asked === undefined || asked.length > 200 ? {} : { [name]: asked }
  }
  return {
    ...word('q'),
    ...word('kategori'),
    ...word('kecamatan'),
    ...word('opd'),
    ...word('status'),
    ...word('tahun'),
  }
}

function placeOf(asked: string | undefined): number | null {
  const place = Number(asked)
  return Number.isSafeInteger(place) && place > 0 ? place : null
}

/** Years in which a report can have come in, newest first: none came before the first calendar. */
function yearsOf({ firstYear, settings }: City, now: Instant): number[] {
  const thisYear = yearOf(dateOf(now, settings.offset))
  return Array.from({ length: Math.max(0, thisYear - firstYear) + 1 }, (_, i) => thisYear - i)
}

function spanOf(years: number[], asked: string | undefined, { settings }: City) {
  const year = years.find((one) => String(one) === asked)
  if (year === undefined) return null
  const begin = (of: number) => instantAt(`${of}-01-01`, 0, settings.offset)
  return [begin(year), begin(year + 1)] as const
}

const PUBLIC_STATES: State[] = STATES.filter(
  (s) => !['received', 'merged', 'referred', 'archived', 'withdrawn'].includes(s),
)

/** Of what exists; anything else in the address is ignored. */
function facetsOf(filter: ReportFilter, city: City): Facets {
  const known = (list: { id: number }[], text?: string) =>
    list.find((item) => String(item.id) === text)?.id
  const state = PUBLIC_STATES.find((s) => s === filter.status)
  return {
    categoryId: known(city.categories, filter.kategori),
    districtId: known(city.areas, filter.kecamatan),
    agencyId: known(city.agencies, filter.opd),
    states: state && [state],
  }
}

function tokensOf({ categoryId, districtId, agencyId, states }: Facets): string[] {
  return [
    ...(categoryId ? [`kat${categoryId}`] : []),
    ...(districtId ? [`kec${districtId}`] : []),
    ...(agencyId ? [`opd${agencyId}`] : []),
    ...(states ?? []).map(stateToken),
  ]
}

function link(filter: ReportFilter, before: number | null): string {
  const query = new URLSearchParams(filter as Record<string, string>)
  if (before !== null) query.set('sebelum', String(before))
  const text = query.toString()
  return text ? `${patterns.reports}?${text}` : patterns.reports
}
