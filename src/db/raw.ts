import type { SQL } from 'drizzle-orm'
import type { Database } from './database.ts'

/**
 * In a batch drizzle binds a prepared statement, which its own raw queries do not bring; and it asks
 * each for its text twice, which they write anew each time.
 */
export function raw<T>(db: Database, query: SQL) {
  const one = db.all<T>(query)
  const written = one.getQuery()
  return Object.assign(one, { getQuery: () => written, stmt: db.$client.prepare(written.sql) })
}

export type Raw<T> = ReturnType<typeof raw<T>>
