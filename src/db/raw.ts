import type { SQL } from 'drizzle-orm'
import type { Database } from './database.ts'

/** In a batch drizzle binds a prepared statement, which its own raw queries do not bring. */
export function raw<T>(db: Database, query: SQL) {
  const one = db.all<T>(query)
  const { sql } = one.getQuery()
  return Object.assign(one, { stmt: db.$client.prepare(sql) })
}
