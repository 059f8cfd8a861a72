import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { setting } from './schema/city.ts'
import { type Asked, asked } from './trip.ts'

/** Kept with the settings, under a name of its own. */
export async function progressOf<T>(db: Database, job: string): Promise<T | null> {
  const [row] = await db
    .select()
    .from(setting)
    .where(eq(setting.key, `job:${job}`))
  return row ? (JSON.parse(row.value) as T) : null
}

export function askProgress<T>(db: Database, job: string): Asked<T | null> {
  const query = db
    .select()
    .from(setting)
    .where(eq(setting.key, `job:${job}`))
  return asked([query], ([[row]]) => (row ? (JSON.parse(row.value) as T) : null))
}

/** Only where nobody went on meanwhile. */
export async function keepProgressFrom(
  db: Database,
  job: string,
  before: unknown,
  at: unknown,
): Promise<boolean> {
  const key = `job:${job}`
  const value = JSON.stringify(at)
  const written = await db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({
      target: setting.key,
      set: { value },
      setWhere: eq(setting.value, JSON.stringify(before)),
    })
    .returning({ key: setting.key })
  return written.length > 0
}

export async function keepProgress(db: Database, job: string, at: unknown): Promise<void> {
  const key = `job:${job}`
  if (at === null) {
    await db.delete(setting).where(eq(setting.key, key))
    return
  }
  const value = JSON.stringify(at)
  await db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
}
