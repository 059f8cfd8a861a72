import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { setting } from './schema/city.ts'

/** Kept with the settings, under a name of its own. */
export async function progressOf<T>(db: Database, job: string): Promise<T | null> {
  const [row] = await db
    .select()
    .from(setting)
    .where(eq(setting.key, `job:${job}`))
  return row ? (JSON.parse(row.value) as T) : null
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
