import { Hono } from 'hono'
import { recordSurvey } from '../../db/surveys.ts'
import { type Surveyed, surveyedAt } from '../../domain/figures/surveyed.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type Back, FRESH, limited, overtaken, refused } from '../../forms/answers.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { limitOf } from '../../middleware/limits.ts'
import { build, patterns } from '../../paths.ts'
import { ownToken } from '../../seal/form-token.ts'
import {
  SurveyClosed,
  type SurveyedName,
  SurveyPage,
  SurveyThanks,
} from '../../views/public/survey.tsx'
import { newToken, tokenOf } from '../filing-token.ts'
import { formerSlug } from './former-slug.ts'
import { siteOf } from './site.ts'
import { surveyFields, toAnswer } from './survey-fields.ts'

export const survey = new Hono<AppEnv>()

const WAIT_SECONDS = 3600

survey.get(patterns.survey, (c) => {
  const surveyed = surveyedAt(c.var.city, c.req.param('slug'))
  if (!surveyed) return c.notFound()
  if (surveyed.slug !== c.req.param('slug')) return formerSlug(c, 'survey')
  const said = { t: c.var.t, site: siteOf(c.var.city), of: nameOf(surveyed) }
  if (c.req.query('terkirim') !== undefined)
    return c.render(<SurveyThanks {...said} agencySlug={surveyed.agency.slug} />)
  if (!surveyed.open) return c.render(<SurveyClosed {...said} />)
  return c.render(formPage(c, surveyed, FRESH))
})

/** Counts once, however often it comes (docs/rules.md, Satisfaction). */
survey.post(patterns.survey, async (c) => {
  const { t, city, now, db } = c.var
  const surveyed = surveyedAt(city, c.req.param('slug'))
  if (!surveyed) return c.notFound()
  const page = (_: AppContext, back: Back) => formPage(c, surveyed, back)
  const read = await readFields(c, surveyFields(t))
  const { typed } = read.posted
  const back = (errors: FieldError[]): Back => ({ typed, errors })
  const saying = (text: string) => back([{ field: null, text }])
  if (!surveyed.open) return refused(c, saying(t.survey.closed), page)
  if (!read.ok) return refused(c, back(read.errors), page)
  const token = ownToken(c.env.SERVER_SECRET, typed.kiriman ?? '')
  if (!token) return refused(c, saying(t.filingErrors.tokenLost), page)
  const day = dateOf(now, city.settings.offset)
  const sent = { token, surveyed, answer: toAnswer(read.fields), day }
  const outcome = await recordSurvey({ db, now }, sent, limitOf(c, 'survey'))
  if (outcome === 'other') return overtaken(c, back([]), page)
  if (outcome === 'too_many') return limited(c, saying(t.survey.tooMany), WAIT_SECONDS, page)
  return c.redirect(`${build('survey', { slug: surveyed.slug })}?terkirim`, 303)
})

export function nameOf({ slug, name, agency, service }: Surveyed): SurveyedName {
  return { slug, name, agency: service ? agency.name : null }
}

function formPage(c: AppContext, surveyed: Surveyed, { typed, errors, overtaken }: Back) {
  return (
    <SurveyPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      of={nameOf(surveyed)}
      token={overtaken ? newToken(c) : tokenOf(c, typed)}
      values={typed}
      errors={errors}
      again={overtaken === true}
    />
  )
}
