import { createApp } from './app.ts'
import type { Background } from './db/edge-cache.ts'
import { refuseMail } from './letters/channels/refuse-mail.ts'

type Letter = { outboxId: number; after?: string }
type Photo = { attachmentId: string }

export default {
  fetch: createApp().fetch,
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
  email: refuseMail,
} satisfies ExportedHandler<Env, Letter | Photo>
