import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'

const bindings = new WeakMap<object, object>()

/** Batches only: db.transaction() throws on D1. `binding`: the database that a session reads. */
export function database(d1: D1Database | D1DatabaseSession, binding: object = d1) {
  const db = drizzle(d1 as D1Database)
  bindings.set(db, binding)
  return db
}

export type Database = ReturnType<typeof database>

/** The same for every session of one database: what an isolate keeps of it is kept by this. */
export function bindingOf(db: Database): object {
  return bindings.get(db) ?? db
}
