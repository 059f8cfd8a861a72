import type { Queued } from '../db/ledger/commit.ts'

/** Hands outbox rows to the queue; what fails here is sent again by cron. */
export const enqueue = async (
  env: Pick<Env, 'OUTBOX'>,
  queued: readonly Queued[],
): Promise<void> => {
  if (queued.length === 0) return
  const now = Date.now()
  const messages = queued.map(({ id, notBefore }) => ({
    body: { outboxId: id },
    delaySeconds: Math.max(0, Math.ceil((notBefore - now) / 1000)),
  }))
  try {
    await env.OUTBOX.sendBatch(messages)
  } catch (error) {
    console.warn({ what: 'enqueue failed', count: queued.length, error: String(error) })
  }
}
