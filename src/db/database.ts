import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'

/** Drizzle over D1. Batches only: db.transaction() throws on D1. */
export function database(d1: D1Database | D1DatabaseSession) {
  return drizzle(d1 as D1Database)
}

export type Database = ReturnType<typeof database>
