import { Hono } from 'hono'
import { askFirstQuarter, askSurveySums } from '../../db/surveys.ts'
import { oneTrip } from '../../db/trip.ts'
import { ELEMENTS, ikmText, meanText } from '../../domain/figures/ikm.ts'
import {
  type SurveyPeriod,
  surveyPeriod,
  surveyPeriods,
} from '../../domain/figures/survey-period.ts'
import { agencyResults, serviceResults } from '../../domain/figures/survey-results.ts'
import {
  agencyScope,
  type Surveyed,
  servicesOf,
  surveyedAt,
} from '../../domain/figures/surveyed.ts'
import { dateOf, type IsoDate } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { SurveyResultsPage } from '../../views/public/survey-results.tsx'
import { sendCsv } from '../send-csv.ts'
import { formerSlug } from './former-slug.ts'
import { siteOf } from './site.ts'
import { nameOf } from './survey.tsx'

export const surveyResults = new Hono<AppEnv>()

const TAGS = { tags: ['halaman', 'angka'] }

/** Of whom the results stand beside each other within the row budget of a page. */
const MOST_SERVICES = 40

surveyResults.get(patterns.surveyResults, async (c) => {
  const asked = askedIn(c)
  if (!asked) return formerSlug(c, 'surveyResults')
  const { surveyed, period, today } = asked
  const services = surveyed.service ? [] : servicesIn(c, surveyed)
  const { of, first } = await resultsIn(c, asked)
  const periods = surveyPeriods(today, first)
  cachePublic(c, TAGS)
  const { slug } = surveyed
  return c.render(
    <SurveyResultsPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      of={nameOf(surveyed)}
      open={surveyed.open}
      period={period}
      // what an address asks for stands in the list, too
      periods={periods.some(({ name }) => name === period.name) ? periods : [...periods, period]}
      today={today}
      results={of(surveyed)}
      services={services.map((one) => ({ name: one.name, slug: one.slug, results: of(one) }))}
      canonical={c.env.PUBLIC_URL + build('surveyResults', { slug })}
      noindex={c.req.url.includes('?')}
    />,
  )
})

surveyResults.get(patterns.surveyTable, async (c) => {
  const asked = askedIn(c)
  if (!asked) return formerSlug(c, 'surveyTable')
  const { surveyed, period } = asked
  const { t } = c.var
  const { of } = await resultsIn(c, asked)
  const { respondents: all, sums, ikm } = of(surveyed)
  const { results: said, elements } = t.survey
  const unit = [surveyed.name, said.period(period)]
  const respondents = String(ikm ? sums.respondents : all)
  const rows = (ikm?.elements ?? []).map(({ value, band }, i) => [
    ...unit,
    `U${i + 1}`,
    elements[ELEMENTS[i] ?? 'u1'].name,
    respondents,
    String(sums.sums[i]),
    meanText(sums.sums[i] ?? 0, sums.respondents),
    ikmText(value),
    band,
  ])
  const total = ['IKM', said.whole, respondents, '', '']
  cachePublic(c, TAGS)
  return sendCsv(
    c,
    `survei-${surveyed.slug}-${period.name}`,
    [...said.file, said.respondents, said.sum, said.mean, said.value, said.band],
    [...rows, [...unit, ...total, ...(ikm ? [ikmText(ikm.value), ikm.band] : ['', ''])]],
  )
})

interface Asked {
  surveyed: Surveyed
  period: SurveyPeriod
  today: IsoDate
}

/** Null where the address names nobody, or under a name of before. */
function askedIn(c: AppContext): Asked | null {
  const { city, now } = c.var
  const slug = c.req.param('slug') ?? ''
  const surveyed = surveyedAt(city, slug)
  if (surveyed?.slug !== slug) return null
  const today = dateOf(now, city.settings.offset)
  const period = surveyPeriod(c.req.query('periode') ?? '') ?? surveyPeriod(today.slice(0, 4))
  return period && { surveyed, period, today }
}

function servicesIn({ var: { city } }: AppContext, { agency }: Surveyed): Surveyed[] {
  return servicesOf(city, agency).slice(0, MOST_SERVICES)
}

/** What is told of one hangs on the others of its agency. */
async function resultsIn(c: AppContext, { surveyed, period, today }: Asked) {
  const scopes = servicesIn(c, surveyed).map(({ scope }) => scope)
  const whole = agencyScope(surveyed.agency)
  const { quarters } = period
  const { db } = c.var
  const [rows, first] = await oneTrip(db, [
    askSurveySums(db, [whole, ...scopes], quarters),
    askFirstQuarter(db, surveyed.scope),
  ])
  const counted = (scope: string) =>
    new Map(rows.filter((row) => row.scope === scope).map((row) => [row.quarter, row]))
  const together = {
    agency: counted(whole),
    services: new Map(scopes.map((scope) => [scope, counted(scope)])),
  }
  const of = ({ service, scope }: Surveyed) =>
    service
      ? serviceResults(together, scope, period, today)
      : agencyResults(together, period, today)
  return { of, first }
}
