import { sql } from 'drizzle-orm'
import type { LetterName } from '../domain/case/letters.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import type { ChannelName } from './deliveries.ts'
import { raw } from './raw.ts'

/** How many letters one collected letter speaks for; the rest wait for another. */
export const COLLECTED = 500

export interface HeldLetter {
  outboxId: number
  recipient: string
  template: LetterName
  /** Number of the report, as this recipient knows it. */
  reference: string | null
}

export type Settled = { at: Instant } & ({ reference: string } | { failure: string })

interface Holding {
  outboxId: number
  recipient: string
  channel: ChannelName
  mailbox: string
  /** When the collected letter goes out. */
  until: Instant
}

const PREFIX = 'kumpulan'

/** A row for each mailbox and time, however many letters it collects. */
export async function holdDelivery(db: Database, h: Holding): Promise<void> {
  await db.batch([
    raw(
      db,
      sql`
      update delivery set held_for = ${h.mailbox}
      where outbox_id = ${h.outboxId} and recipient = ${h.recipient} and channel = ${h.channel}
        and reference is null and failed_at is null`,
    ),
    raw(
      db,
      sql`
      insert into outbox (dedupe, recipient, template, not_before, state)
      values (${`${PREFIX}|${h.mailbox}|${h.until}`}, 'mailbox', 'held_letters', ${h.until}, 'waiting')
      on conflict (dedupe) do update set state = 'waiting', reached = null
        where outbox.state = 'done'`,
    ),
  ])
}

export function heldFor(db: Database, mailbox: string) {
  return db.all<HeldLetter>(sql`
    select d.outbox_id as outboxId, d.recipient, o.template, c.reference
    from delivery d
    join outbox o on o.id = d.outbox_id
    left join complaint c on c.id = case when d.recipient like 'reporter:%'
      then cast(substr(d.recipient, 10) as integer) else o.complaint_id end
    where d.held_for is not null and d.held_for = ${mailbox}
    order by d.outbox_id desc limit ${COLLECTED}`)
}

/** They were told by the collected letter, or it came back and nobody was. */
export async function settleHeld(
  db: Database,
  mailbox: string,
  held: readonly HeldLetter[],
  did: Settled,
): Promise<void> {
  const ids = sql`(select value from json_each(${JSON.stringify(held.map((h) => h.outboxId))}))`
  const those = sql`held_for is not null and held_for = ${mailbox} and outbox_id in ${ids}`
  if ('reference' in did) {
    const { reference, at } = did
    await db.run(sql`update delivery set reference = ${reference}, at = ${at}, held_for = null
      where ${those}`)
    return
  }
  const { failure, at } = did
  const reporters = held.flatMap(({ recipient }) => /^reporter:(\d+)$/.exec(recipient)?.[1] ?? [])
  await db.batch([
    raw(
      db,
      sql`update delivery set failed_at = ${at}, failure = ${failure}, held_for = null
      where ${those}`,
    ),
    raw(
      db,
      sql`update outbox set reached = 'nobody', error = ${failure}
      where id in ${ids} and not exists (select 1 from delivery where outbox_id = outbox.id
        and (reference is not null or held_for is not null))`,
    ),
    raw(
      db,
      sql`update identity set email_failed_at = ${at}
      where complaint_id in (select value from json_each(${JSON.stringify(reporters.map(Number))}))`,
    ),
  ])
}

/** The digest of a mailbox is kept no longer than it is of use. */
export async function purgeCollected(db: Database, before: Instant): Promise<void> {
  const old = sql`dedupe between ${`${PREFIX}|`} and ${`${PREFIX}}`} and state = 'done'
    and done_at < ${before}`
  await db.batch([
    raw(db, sql`delete from delivery where outbox_id in (select id from outbox where ${old})`),
    raw(db, sql`delete from outbox where ${old}`),
  ])
}
