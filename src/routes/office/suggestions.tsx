import { Hono } from 'hono'
import { suggestionsBefore } from '../../db/survey-suggestions.ts'
import { agencyById, agencyBySlug } from '../../domain/city/city.ts'
import { ELEMENTS } from '../../domain/figures/ikm.ts'
import { lowestOf } from '../../domain/figures/survey-results.ts'
import { oversees } from '../../domain/people/oversight.ts'
import { suggestionsFor } from '../../domain/people/suggestions.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { Suggestions } from '../../views/office/suggestions.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { overseenOnly, oversightIn } from './oversight-guard.ts'

export const suggestionPages = new Hono<AppEnv>()

const PAGE = 20

suggestionPages.get(patterns.suggestions, overseenOnly, async (c) => {
  const { t } = c.var
  const asked = askedIn(c)
  if (asked === 'unknown') return c.notFound()
  const before = Number(c.req.query('sebelum')) || Number.MAX_SAFE_INTEGER
  const found = asked ? await suggestionsBefore(c.var.db, asked.agencyId, before, PAGE + 1) : []
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  return c.render(
    <DeskSolo
      t={t}
      title={t.survey.suggestions.title}
      {...(await frameOf(c))}
      sheet={oversightSheet}
    >
      <Suggestions
        t={t}
        city={oversightIn(c).city}
        agencies={asked?.agencies ?? []}
        chosen={agencyById(c.var.city, asked?.agencyId ?? null)?.slug ?? ''}
        rows={asked && rows.map((row) => lineOf(c, row))}
        next={last ? addressOf(c, last.id) : null}
        results={resultsOf(c, asked?.agencyId ?? null)}
      />
    </DeskSolo>,
  )
})

/** Null: they oversee, and read none; 'unknown': an agency that is none of theirs. */
function askedIn(c: AppContext) {
  const { city, staff, now } = c.var
  const read = suggestionsFor(staff, now)
  if (!read) return null
  const agencies = city.agencies.filter(({ id }) => read.city || read.agencyIds.includes(id))
  const slug = c.req.query('opd')
  if (!slug) return { agencies, agencyId: read.city ? null : (agencies[0]?.id ?? null) }
  const agency = agencyBySlug(city, slug)
  return agency && agencies.includes(agency) ? { agencies, agencyId: agency.id } : 'unknown'
}

function resultsOf(c: AppContext, chosen: number | null) {
  const oversight = oversightIn(c)
  return c.var.city.agencies
    .filter(({ id, active }) =>
      chosen === null ? active && oversees(oversight, id) : id === chosen,
    )
    .map(({ name, slug }) => ({ name, href: build('surveyResults', { slug }) }))
}

type Row = Awaited<ReturnType<typeof suggestionsBefore>>[number]

function lineOf({ var: { city, t } }: AppContext, row: Row) {
  const service = city.services.find(({ id }) => id === row.serviceId)
  const lowest = ELEMENTS[lowestOf(ELEMENTS.map((name) => row[name]))] ?? 'u1'
  return {
    day: row.day,
    agency: agencyById(city, row.agencyId)?.name ?? '',
    service: service?.name ?? null,
    lowest: t.survey.elements[lowest].name,
    text: row.suggestion ?? '',
  }
}

function addressOf(c: AppContext, before: number): string {
  const slug = c.req.query('opd')
  const query = new URLSearchParams({ ...(slug ? { opd: slug } : {}), sebelum: String(before) })
  return `${patterns.suggestions}?${query}`
}
