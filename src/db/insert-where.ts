import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'

type RowOf<T extends SQLiteTable> = { [K in keyof T['$inferInsert']]: T['$inferInsert'][K] | SQL }

/**
 * Rows that are written only where something holds, in a batch with what depends on it. `from`: one
 * row for each of its own, which values may name. Left-out columns are null, also those with a default.
 */
export function insertWhere<T extends SQLiteTable>(
  db: Database,
  table: T,
  row: RowOf<T>,
  where: SQL,
  from: SQL = sql``,
) {
  const given: Record<string, unknown> = row
  const values = Object.keys(getTableColumns(table)).map((name) => sql`${given[name] ?? null}`)
  return db.insert(table).select(sql`select ${sql.join(values, sql`, `)} ${from} where ${where}`)
}
