import { sql } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { setting } from './schema/city.ts'

export interface Health {
  /** When the longest-waiting one could have gone out; null when none is due. */
  oldestLetter: Instant | null
  deadLetters: boolean
  lastRun: Instant | null
  readOnly: boolean
}

const LAST_RUN = 'job:last-run'

/** Throws when the database is out of reach. */
export async function readHealth(db: Database, now: Instant): Promise<Health> {
  const [row] = await db.all<Record<keyof Health, number | null>>(sql`select
    (select min(not_before) from outbox where state = 'waiting' and not_before <= ${now}) as oldestLetter,
    exists (select 1 from outbox where state = 'dead') as deadLetters,
    (select cast(value as integer) from setting where key = ${LAST_RUN}) as lastRun,
    (select value = 'true' from setting where key = 'readOnly') as readOnly`)
  return {
    oldestLetter: row?.oldestLetter ?? null,
    deadLetters: row?.deadLetters === 1,
    lastRun: row?.lastRun ?? null,
    readOnly: row?.readOnly === 1,
  }
}

/** The schedule calls it first, in read-only mode too. */
export async function noteRun(db: Database, at: Instant): Promise<void> {
  const value = String(at)
  await db
    .insert(setting)
    .values({ key: LAST_RUN, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
}
