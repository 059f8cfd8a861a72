import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import worker from '../../src/index.ts'

/** As the queue would bring it; what was done with the message. */
export const bringPreview = async (attachmentId: string) => {
  const message = { id: 'm1', timestamp: new Date(), body: { attachmentId }, attempts: 1 }
  const batch = createMessageBatch<{ attachmentId: string }>('tanggap-previews', [message])
  await worker.queue(batch, env)
  return getQueueResult(batch, createExecutionContext())
}
