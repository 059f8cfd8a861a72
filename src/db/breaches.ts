import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { answerDue, type Breach, type NamedBreach } from '../domain/people/registers.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Settled } from './data-requests.ts'
import type { Database } from './database.ts'
import { breach, user } from './schema/staff.ts'

export function openBreaches(db: Database, limit: number) {
  return db
    .select()
    .from(breach)
    .where(sql`${breach.noticedAt} is null`)
    .orderBy(asc(breach.noticeDueAt))
    .limit(limit)
}

export function noticedBreaches(db: Database, before: Settled | null, limit: number) {
  return db
    .select()
    .from(breach)
    .where(
      and(
        sql`${breach.noticedAt} is not null`,
        before === null
          ? undefined
          : sql`(${breach.noticedAt}, ${breach.id}) < (${before.at}, ${before.id})`,
      ),
    )
    .orderBy(desc(breach.noticedAt), desc(breach.id))
    .limit(limit)
}

export async function breachRegister(
  db: Database,
  before: Settled | null,
  bounds: { open: number; noticed: number },
): Promise<{ open: Breach[]; noticed: Breach[] }> {
  const [open, noticed] = await db.batch([
    openBreaches(db, bounds.open),
    noticedBreaches(db, before, bounds.noticed),
  ])
  return { open, noticed }
}

const recorder = alias(user, 'recorder')
const notifier = alias(user, 'notifier')

export async function breachById(db: Database, id: number): Promise<NamedBreach | null> {
  const [found] = await db
    .select({ ...getTableColumns(breach), recorder: recorder.name, notifier: notifier.name })
    .from(breach)
    .leftJoin(recorder, eq(recorder.id, breach.recordedBy))
    .leftJoin(notifier, eq(notifier.id, breach.noticedBy))
    .where(eq(breach.id, id))
  return found ?? null
}

/** The same one again leaves the register as it is. Returns its number. */
export async function recordBreach(
  db: Database,
  found: Pick<Breach, 'foundAt' | 'what' | 'concerned' | 'done'> & {
    recordedAt: Instant
    recordedBy: string
  },
): Promise<number> {
  const [, [row]] = await db.batch([
    db
      .insert(breach)
      .values({ ...found, noticeDueAt: answerDue(found.foundAt) })
      .onConflictDoNothing(),
    db
      .select({ id: breach.id })
      .from(breach)
      .where(and(eq(breach.foundAt, found.foundAt), eq(breach.what, found.what))),
  ])
  if (!row) throw new Error('a breach was not written')
  return row.id
}

/** What was said once stays. */
export function noticeBreach(
  db: Database,
  id: number,
  given: { noticedAt: Instant; noticedBy: string; done: string },
) {
  return db
    .update(breach)
    .set(given)
    .where(and(eq(breach.id, id), isNull(breach.noticedAt)))
}
