import { Hono } from 'hono'
import { askSurveySums } from '../../db/surveys.ts'
import { oneTrip } from '../../db/trip.ts'
import { ELEMENTS, ikmText, meanText } from '../../domain/figures/ikm.ts'
import {
  type SurveyPeriod,
  surveyPeriod,
  surveyPeriods,
} from '../../domain/figures/survey-period.ts'
import { resultsOf, type SurveyResults } from '../../domain/figures/survey-results.ts'
import { toldOf } from '../../domain/figures/survey-told.ts'
import { type Surveyed, servicesOf, surveyedAt } from '../../domain/figures/surveyed.ts'
import { dateOf, type IsoDate } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { SurveyResultsPage } from '../../views/public/survey-results.tsx'
import { sendCsv } from '../office/settings/send-csv.ts'
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
  const services = surveyed.service
    ? []
    : servicesOf(c.var.city, surveyed.agency).slice(0, MOST_SERVICES)
  const [whole, ...others] = await resultsIn(c, [surveyed, ...services], period)
  cachePublic(c, TAGS)
  const { slug } = surveyed
  return c.render(
    <SurveyResultsPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      of={nameOf(surveyed)}
      open={surveyed.open}
      period={period}
      periods={surveyPeriods(today)}
      today={today}
      results={whole}
      services={services.map((one, i) => ({
        ...{ name: one.name, slug: one.slug },
        results: others[i] ?? resultsOf([]),
      }))}
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
  const [{ sums, ikm }] = await resultsIn(c, [surveyed], period)
  const { results: said, elements } = t.survey
  const unit = [surveyed.name, said.period(period)]
  const respondents = String(sums.respondents)
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

/** Null where the address names nobody, or under a name of before. */
function askedIn(
  c: AppContext,
): { surveyed: Surveyed; period: SurveyPeriod; today: IsoDate } | null {
  const { city, now } = c.var
  const slug = c.req.param('slug') ?? ''
  const surveyed = surveyedAt(city, slug)
  if (surveyed?.slug !== slug) return null
  const today = dateOf(now, city.settings.offset)
  const period = surveyPeriod(c.req.query('periode') ?? '') ?? surveyPeriod(today.slice(0, 4))
  return period && { surveyed, period, today }
}

/** Of an agency or a service of it, and others of that agency's. What is told hangs on all of its year. */
async function resultsIn(
  { var: { db, city } }: AppContext,
  [first, ...others]: readonly [Surveyed, ...Surveyed[]],
  period: SurveyPeriod,
): Promise<[SurveyResults, ...SurveyResults[]]> {
  const agency = `agency:${first.agency.id}`
  const services = servicesOf(city, first.agency).map(({ scope }) => scope)
  const year = surveyPeriod(String(period.year))?.quarters ?? []
  const [rows] = await oneTrip(db, [askSurveySums(db, [agency, ...services], year)])
  const told = toldOf(rows, { agency, services }, period.year)
  const of = ({ scope }: Surveyed) => {
    const own = rows.filter((row) => row.scope === scope && period.quarters.includes(row.quarter))
    return resultsOf(own, told.has(`${scope} ${period.name}`))
  }
  return [of(first), ...others.map(of)]
}
