import { createApp } from './app.ts'
import type { Background } from './db/edge-cache.ts'
import { refuseMail } from './letters/channels/refuse-mail.ts'

export default {
  fetch: createApp().fetch,
  queue: async (batch: MessageBatch<{ outboxId: number; after?: string }>, env) => {
    const { consume } = await import('./letters/consume.ts')
    await consume(batch, env)
  },
  scheduled: async (controller, env, ctx) => {
    const { runSchedule } = await import('./jobs/schedule.ts')
    await runSchedule(env, controller.cron, controller.scheduledTime, ctx as unknown as Background)
  },
  email: refuseMail,
} satisfies ExportedHandler<Env, { outboxId: number; after?: string }>
