import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { City } from '../domain/city/city.ts'
import { calendarWritten } from './calendar-rows.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import type { Statement } from './ledger/statement.ts'
import {
  agency,
  agencySlug,
  area,
  authority,
  category,
  notice,
  publicLimit,
  service,
  setting,
} from './schema/city.ts'

const TABLES = {
  agencies: agency,
  categories: category,
  areas: area,
  authorities: authority,
  notices: notice,
  limits: publicLimit,
  services: service,
} as const satisfies Partial<Record<keyof City, SQLiteTable>>

/** Writes what differs between two states of the city, where `where` holds. Rows are never taken away. */
export function cityRowsWritten(db: Database, before: City, after: City, where: SQL): Statement[] {
  const names = Object.keys(TABLES) as (keyof typeof TABLES)[]
  return [
    ...names.flatMap((name) => {
      const known = new Map(before[name].map((row) => [row.id, JSON.stringify(row)]))
      return after[name]
        .filter((row) => known.get(row.id) !== JSON.stringify(row))
        .map((row) => put(db, TABLES[name], { ...row }, where))
    }),
    ...slugs(db, before.oldSlugs, after.oldSlugs, where),
    ...settings(db, before, after, where),
    ...calendarWritten(db, before, after, where),
  ]
}

function put<T extends SQLiteTable>(db: Database, table: T, row: T['$inferInsert'], where: SQL) {
  const columns = getTableColumns(table)
  const others = Object.entries(columns).filter(([, { primary }]) => !primary)
  const target = Object.values(columns).find(({ primary }) => primary)
  if (!target) throw new Error('a table without a key of one column')
  const set = Object.fromEntries(
    others.map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
  )
  return insertWhere(db, table, row, where).onConflictDoUpdate({ target, set: set as never })
}

function slugs(
  db: Database,
  before: City['oldSlugs'],
  after: City['oldSlugs'],
  where: SQL,
): Statement[] {
  const gone = Object.keys(before).filter((slug) => !Object.hasOwn(after, slug))
  const changed = Object.entries(after).filter(([slug, id]) => before[slug] !== id)
  return [
    ...gone.map((slug) =>
      db.delete(agencySlug).where(sql`${eq(agencySlug.slug, slug)} and ${where}`),
    ),
    ...changed.map(([slug, agencyId]) => put(db, agencySlug, { slug, agencyId }, where)),
  ]
}

function settings(db: Database, before: City, after: City, where: SQL): Statement[] {
  const [old, now] = [before.settings, after.settings].map(
    (given) => new Map(Object.entries(given).map(([key, value]) => [key, JSON.stringify(value)])),
  ) as [Map<string, string | undefined>, Map<string, string | undefined>]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map((key) => {
      const value = now.get(key)
      return value === undefined
        ? db.delete(setting).where(sql`${eq(setting.key, key)} and ${where}`)
        : put(db, setting, { key, value }, where)
    })
}
