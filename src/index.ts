import { getPath } from 'hono/utils/url'
import { createApp } from './app.ts'
import type { Background } from './db/edge-cache.ts'
import { late } from './late.ts'
import { patterns } from './paths.ts'

type Letter = { outboxId: number; after?: string }
type Photo = { attachmentId: string }

const app = createApp()

const SURVEYS = '/survei'

const desk = late(() => import('./staff-app.ts'))
const surveys = late(() => import('./survey-app.ts'))

export default {
  fetch: async (request, env, ctx) => {
    if (isBelow(request, patterns.desk)) {
      const { staffApp } = await desk()
      return staffApp.fetch(request, env, ctx)
    }
    if (isBelow(request, SURVEYS)) {
      const { surveyApp } = await surveys()
      return surveyApp.fetch(request, env, ctx)
    }
    return app.fetch(request, env, ctx)
  },
  queue: async (batch, env) => {
    if (batch.queue.endsWith('-previews')) {
      const { makePreviews } = await import('./jobs/previews.ts')
      return makePreviews(batch as MessageBatch<Photo>, env)
    }
    const { consume } = await import('./letters/consume.ts')
    await consume(batch as MessageBatch<Letter>, env)
  },
  scheduled: async (controller, env, ctx) => {
    const { runSchedule } = await import('./jobs/schedule.ts')
    await runSchedule(env, controller.cron, controller.scheduledTime, ctx as unknown as Background)
  },
  email: async (message, env) => {
    const { refuseMail } = await import('./letters/channels/refuse-mail.ts')
    refuseMail(message, env)
  },
} satisfies ExportedHandler<Env, Letter | Photo>

/** As the routes read the path: an encoded letter is that letter. */
function isBelow(request: Request, path: string): boolean {
  return `${getPath(request)}/`.startsWith(`${path}/`)
}
