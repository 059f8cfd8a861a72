import { and, asc, desc, eq, getTableColumns, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { JobLetter, Recipient } from '../domain/case/letters.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { forgiveFailures } from './deliveries.ts'
import type { Queued } from './ledger/commit.ts'
import { raw } from './raw.ts'
import { outbox, type Reached } from './schema/filing.ts'

export type OutboxRow = typeof outbox.$inferSelect

/**
 * 'outside' is the address to which day digests are mailed, 'mailbox' one that had enough letters; the
 * old and the new one are those of an account whose address is corrected.
 */
export type LetterTo =
  | Recipient
  | 'auditor'
  | 'outside'
  | 'mailbox'
  | 'old_address'
  | 'new_address'
  | 'person'

/** No event brings it: reminders, digests, warnings. */
export interface Telling {
  /** Names what is told to whom and why; the same is never told twice. */
  dedupe: string
  complaintId: number | null
  recipient: LetterTo
  agencyId: number | null
  template: JobLetter
  notBefore: Instant
}

export async function outboxRow(db: Database, id: number): Promise<OutboxRow | null> {
  return (await db.select().from(outbox).where(eq(outbox.id, id)))[0] ?? null
}

/** Those that are there already are left as they are. */
export async function tell(db: Database, tellings: readonly Telling[]): Promise<Queued[]> {
  return tellings.length === 0 ? [] : tellingWhere(db, tellings, sql`true`)
}

/** In a batch with what they tell of. */
export function tellingWhere(db: Database, tellings: readonly Telling[], where: SQL) {
  const part = (name: keyof Telling) => sql.raw(`json_extract(value, '$.${name}')`)
  return raw<Queued>(
    db,
    sql`
    insert into outbox (dedupe, complaint_id, recipient, agency_id, template, not_before, state)
    select ${part('dedupe')}, ${part('complaintId')}, ${part('recipient')}, ${part('agencyId')},
      ${part('template')}, ${part('notBefore')}, 'waiting'
    from json_each(${JSON.stringify(tellings)}) where ${where}
    on conflict (dedupe) do nothing
    returning id, not_before as notBefore`,
  )
}

/** Lost by the queue, or never in it. */
export function waitingSince(db: Database, before: Instant, limit: number) {
  return db
    .select({ id: outbox.id, notBefore: outbox.notBefore })
    .from(outbox)
    .where(and(sql`state = 'waiting'`, lte(outbox.notBefore, before)))
    .orderBy(asc(outbox.notBefore))
    .limit(limit)
}

function waiting(id: number) {
  return and(eq(outbox.id, id), eq(outbox.state, 'waiting'))
}

export function finishLetter(
  db: Database,
  id: number,
  now: Instant,
  { reached, error }: { reached: Reached; error: string | null },
) {
  return db.update(outbox).set({ state: 'done', doneAt: now, reached, error }).where(waiting(id))
}

export function cancelLetter(db: Database, id: number, now: Instant) {
  return db.update(outbox).set({ state: 'cancelled', doneAt: now }).where(waiting(id))
}

export function postponeLetter(
  db: Database,
  id: number,
  set: { notBefore: Instant; attempts: number; error: string | null },
) {
  return db.update(outbox).set(set).where(waiting(id))
}

export function buryLetter(db: Database, id: number, error: string, attempts: number) {
  return db.update(outbox).set({ state: 'dead', error, attempts }).where(waiting(id))
}

/** Supervisory ones stay unnamed. */
const withNumber = {
  ...getTableColumns(outbox),
  number: sql<string | null>`(select c.reference from complaint c
    where c.id = outbox.complaint_id and c.supervisory = 0)`.as('number'),
}

export function deadLetters(db: Database, before = Number.MAX_SAFE_INTEGER, limit = 50) {
  return db
    .select(withNumber)
    .from(outbox)
    .where(and(sql`state = 'dead'`, lt(outbox.id, before)))
    .orderBy(desc(outbox.id))
    .limit(limit)
}

/** Those for staff that did not reach the ones whom they were for; a reporter's shows on the case. */
export function unheardLetters(db: Database, before = Number.MAX_SAFE_INTEGER, limit = 50) {
  return db
    .select(withNumber)
    .from(outbox)
    .where(
      and(
        sql`reached <> 'told' and recipient <> 'reporter'`,
        ne(outbox.recipient, 'members'),
        lt(outbox.id, before),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(limit)
}

/** Whoever has it already is not told again. Null: it was neither dead nor unheard. */
export async function resendDead(db: Database, id: number, now: Instant): Promise<Queued | null> {
  const [row] = await db
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, error: null, notBefore: now, reached: null })
    .where(and(eq(outbox.id, id), sql`(state = 'dead' or reached <> 'told')`))
    .returning({ id: outbox.id, notBefore: outbox.notBefore })
  if (row) await forgiveFailures(db, id)
  return row ?? null
}
