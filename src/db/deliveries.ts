import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Instant, MINUTE } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { delivery, identity } from './schema/filing.ts'

export type ChannelName = 'email'

/** A claim so old is a dead sender's: better one letter twice than none (docs/decisions/0009). */
export const CLAIM_MS = 10 * MINUTE

/** Returns those that are ours: neither sent already nor claimed by a sender that may be alive. */
export async function claimDeliveries(
  db: Database,
  outboxId: number,
  recipients: readonly string[],
  channel: ChannelName,
  now: Instant,
): Promise<Set<string>> {
  if (recipients.length === 0) return new Set()
  const rows = await db.all<{ recipient: string }>(sql`
    insert into delivery (outbox_id, recipient, channel, reference, at)
    select ${outboxId}, value, ${channel}, null, ${now}
    from json_each(${JSON.stringify(recipients)}) where true
    on conflict (outbox_id, recipient, channel) do update set at = excluded.at
      where reference is null and failed_at is null and held_for is null and at <= excluded.at - ${CLAIM_MS}
    returning recipient`)
  return new Set(rows.map((row) => row.recipient))
}

function claim(outboxId: number, recipient: string, channel: ChannelName) {
  return and(
    eq(delivery.outboxId, outboxId),
    eq(delivery.recipient, recipient),
    eq(delivery.channel, channel),
    isNull(delivery.reference),
  )
}

export function markDelivered(
  db: Database,
  outboxId: number,
  recipient: string,
  channel: ChannelName,
  sent: { reference: string; at: Instant },
) {
  return db
    .update(delivery)
    .set(sent)
    .where(claim(outboxId, recipient, channel))
}

/** Not sent, and we know it: the next try need not wait for the claim to grow old. */
export function releaseClaim(
  db: Database,
  outboxId: number,
  recipient: string,
  channel: ChannelName,
) {
  return db.delete(delivery).where(claim(outboxId, recipient, channel))
}

/** Refused for good: not tried again, and kept where staff see it. */
export async function failDelivery(
  db: Database,
  outboxId: number,
  recipient: string,
  channel: ChannelName,
  failed: { failure: string; at: Instant },
): Promise<void> {
  const { at, failure } = failed
  const reporter = /^reporter:(\d+)$/.exec(recipient)?.[1]
  const noted = db
    .update(delivery)
    .set({ failedAt: at, failure })
    .where(claim(outboxId, recipient, channel))
  if (reporter === undefined) await noted
  else
    await db.batch([
      noted,
      db
        .update(identity)
        .set({ emailFailedAt: at })
        .where(eq(identity.complaintId, Number(reporter))),
    ])
}

/** Whether anybody was told (a copy tells nobody who could act), or will be by the letter that collects those held back, and what the last refusal said. */
export async function outcomeOf(
  db: Database,
  outboxId: number,
): Promise<{ told: boolean; failure: string | null }> {
  const [row] = await db.all<{ told: number; failure: string | null }>(sql`select
    exists (select 1 from delivery where outbox_id = ${outboxId} and recipient not like 'agency:%'
      and (reference is not null or held_for is not null)) as told,
    (select max(failure) from delivery where outbox_id = ${outboxId}) as failure`)
  return { told: row?.told === 1, failure: row?.failure ?? null }
}

/** So that the letter may be tried again there, on demand. */
export function forgiveFailures(db: Database, outboxId: number) {
  return db
    .delete(delivery)
    .where(and(eq(delivery.outboxId, outboxId), isNotNull(delivery.failedAt)))
}
