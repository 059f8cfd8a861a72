import { database } from '../db/database.ts'
import { buryLetter, outboxRow } from '../db/outbox.ts'
import type { Instant } from '../domain/time/time.ts'
import { email } from './channels/email.ts'
import { deliver, TRIES } from './deliver.ts'

type Body = { outboxId: number; after?: string }

const LONGEST_DELAY_S = 43_200

const GAVE_UP = 'the queue gave up'

/** Each message on its own, so that one cannot fail another. */
export async function consume(
  batch: MessageBatch<Body>,
  env: Env,
  now: Instant = Date.now(),
): Promise<void> {
  const db = database(env.DB)
  const dead = batch.queue.endsWith('-dead')
  for (const message of batch.messages) {
    if (!dead) {
      await handle(env, message, now)
      continue
    }
    const row = await outboxRow(db, message.body.outboxId)
    // one put off to a later hour is not lost: cron sends it
    if (row && row.notBefore <= now) await buryLetter(db, row.id, GAVE_UP, TRIES)
    message.ack()
  }
}

async function handle(env: Env, message: Message<Body>, now: Instant): Promise<void> {
  const { outboxId, after } = message.body
  try {
    const outcome = await deliver(
      { db: database(env.DB), env, channel: email(env.MAIL), now },
      outboxId,
      after,
    )
    if (outcome.kind === 'next') await env.OUTBOX.send({ outboxId, after: outcome.after })
    if (outcome.kind === 'later') return wait(message, outcome.seconds)
    message.ack()
  } catch (error) {
    // the database is out of reach, or a bug: the queue tries again and at last buries it
    console.error({ letter: outboxId, crashed: error instanceof Error ? error.name : 'unknown' })
    message.retry({ delaySeconds: 60 * message.attempts })
  }
}

/** A wait that the queue cannot hold is left to cron, which sends what is due. */
function wait(message: Message<Body>, seconds: number) {
  return seconds > LONGEST_DELAY_S ? message.ack() : message.retry({ delaySeconds: seconds })
}
