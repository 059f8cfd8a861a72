import { loadCity } from '../db/city.ts'
import { database } from '../db/database.ts'
import { beginPreview, finishPreview } from '../db/previews.ts'
import type { FileType } from '../files/accept.ts'
import { previewOf } from '../files/preview.ts'
import { dropPreview, putPreview } from '../storage/attachments.ts'

type Body = { attachmentId: string }

/** Brought twice, a picture is made once; what fails is brought again by the queue, then by cron. */
export async function makePreviews(batch: MessageBatch<Body>, env: Env): Promise<void> {
  const { readOnly } = (await loadCity(database(env.DB))).settings
  for (const message of batch.messages) {
    const { attachmentId } = message.body
    try {
      // in read-only mode the row stays as it is, and cron brings it afterwards
      if (!readOnly) await makePreview(env, attachmentId)
      message.ack()
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown'
      console.error({ preview: attachmentId, crashed: why })
      message.retry({ delaySeconds: 60 * message.attempts })
    }
  }
}

async function makePreview(env: Env, id: string): Promise<void> {
  const db = database(env.DB)
  const row = await beginPreview(db, id)
  const stored = row && (await env.FILES.get(row.key))
  if (!stored) return
  const jpeg = await previewOf(new Uint8Array(await stored.arrayBuffer()), row.type as FileType)
  if (jpeg) await putPreview(env.FILES, row.key, jpeg)
  const isKept = await finishPreview(db, id, jpeg ? 'made' : 'none')
  if (!isKept) await dropPreview(env.FILES, row.key)
}
