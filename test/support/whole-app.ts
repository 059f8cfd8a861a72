import { createApp } from '../../src/app.ts'
import { patterns } from '../../src/paths.ts'
import { staffApp } from '../../src/staff-app.ts'
import { surveyApp } from '../../src/survey-app.ts'

const citizens = createApp()

/** The apps as one, as index.ts puts them together. */
export function answerOf(request: Request, env: Env, ctx: ExecutionContext) {
  const { pathname } = new URL(request.url)
  const isSurvey = pathname.startsWith('/survei/')
  const app = pathname.startsWith(patterns.desk) ? staffApp : isSurvey ? surveyApp : citizens
  return app.fetch(request, env, ctx)
}
