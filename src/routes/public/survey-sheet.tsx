import { Hono } from 'hono'
import { surveyedAt } from '../../domain/figures/surveyed.ts'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { SurveySheet } from '../../views/public/survey-sheet.tsx'
import { formerSlug } from './former-slug.ts'
import { siteOf } from './site.ts'
import { nameOf } from './survey.tsx'

export const surveySheet = new Hono<AppEnv>()

surveySheet.get(patterns.surveySheet, (c) => {
  const slug = c.req.param('slug')
  const surveyed = surveyedAt(c.var.city, slug)
  if (surveyed?.slug !== slug) return formerSlug(c, 'surveySheet')
  if (!surveyed.open) return c.notFound()
  cachePublic(c, { tags: ['halaman'] })
  return c.render(
    <SurveySheet
      t={c.var.t}
      site={siteOf(c.var.city)}
      of={nameOf(surveyed)}
      address={c.env.PUBLIC_URL + build('survey', { slug })}
    />,
  )
})
