import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'

/** A row that is written only where something holds, in a batch with what depends on it. */
export function insertWhere<T extends SQLiteTable>(
  db: Database,
  table: T,
  row: T['$inferInsert'],
  where: SQL,
) {
  const given: Record<string, unknown> = row
  const values = Object.keys(getTableColumns(table)).map((name) => sql`${given[name] ?? null}`)
  return db.insert(table).select(sql`select ${sql.join(values, sql`, `)} where ${where}`)
}
