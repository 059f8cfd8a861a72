import { fillPlaceholders, type Placeholder, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { PreparedQuery } from 'drizzle-orm/session'
import { type Database, database } from './database.ts'
import type { Asked } from './trip.ts'

type Value = string | number | null

/** Where a value will stand in SQL that is written before the value is known. */
export type Slot<V extends Value> = Placeholder<string, V>

type ValuesOf<S extends readonly Slot<Value>[]> = {
  [I in keyof S]: S[I] extends Slot<infer V> ? V : never
}

/**
 * A question whose SQL is written once per isolate: drizzle takes longer to write it than the database
 * to answer. Only texts are kept; each request binds its values to statements of its own database.
 */
export function kept<const S extends readonly Slot<Value>[], T>(
  ask: (db: Database, ...slots: S) => Asked<T>,
): (db: Database, ...values: ValuesOf<S>) => Asked<T> {
  let written: { queries: Prepared[]; read: Asked<T>['read'] } | undefined
  return (db, ...values) => {
    written ??= write(ask)
    const named = Object.fromEntries(values.entries())
    return { ...written, queries: written.queries.map((one) => bound(db, one, named)) }
  }
}

type Query = BatchItem<'sqlite'>

/** What drizzle asks of a query in a batch; its types leave it out. */
interface Prepared extends PreparedQuery {
  stmt: D1PreparedStatement
}
interface Preparable extends Query {
  _prepare: () => Prepared
}

/** For writing alone: nothing that is prepared here is ever asked. */
const NOWHERE: D1DatabaseSession = {
  prepare: () => ({}) as D1PreparedStatement,
  batch: async () => [],
  getBookmark: () => null,
}

function write<S extends readonly Slot<Value>[], T>(ask: (db: Database, ...slots: S) => Asked<T>) {
  const slots = Array.from({ length: ask.length - 1 }, (_, i) => sql.placeholder(String(i)))
  const { queries, read } = ask(database(NOWHERE), ...(slots as readonly Slot<Value>[] as S))
  return { queries: queries.map((one) => (one as Preparable)._prepare()), read }
}

function bound(db: Database, written: Prepared, values: Record<string, unknown>): Query {
  const { sql, params } = written.getQuery()
  const prepared: Prepared = {
    stmt: db.$client.prepare(sql),
    getQuery: () => ({ sql, params: fillPlaceholders(params, values) }),
    mapResult: (response, isFromBatch) => written.mapResult(response, isFromBatch),
  }
  return { _prepare: () => prepared } as Preparable
}
