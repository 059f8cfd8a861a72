import type { Queued } from '../db/ledger/commit.ts'
import type { Instant } from '../domain/time/time.ts'

/** The queue holds a message back for twelve hours at most; what is later is left to cron. */
const LONGEST_DELAY_S = 43_200
const BATCH = 100

/** Never throws: the letter is in the outbox, and cron sends again what the queue did not get. */
export async function enqueue(
  env: Pick<Env, 'OUTBOX'>,
  queued: readonly Queued[],
  now: Instant = Date.now(),
): Promise<void> {
  const soon = queued.flatMap(({ id, notBefore }) => {
    const delaySeconds = Math.max(0, Math.ceil((notBefore - now) / 1000))
    return delaySeconds > LONGEST_DELAY_S ? [] : [{ body: { outboxId: id }, delaySeconds }]
  })
  for (let i = 0; i < soon.length; i += BATCH) {
    try {
      await env.OUTBOX.sendBatch(soon.slice(i, i + BATCH))
    } catch {
      console.warn({ queue: 'refused', letters: soon.length - i })
      return
    }
  }
}
