import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/** Roots that were joined to another while others lay under them. */
export function movingRoots(db: Database, after = 0, limit = 50) {
  return db.all<{ id: number }>(sql`select id from complaint indexed by complaint_moving
    where state = 'merged' and cluster_size > 1 and id > ${after} order by id limit ${limit}`)
}

export function stillUnder(db: Database, rootId: number, after = 0, limit = 50) {
  return db.all<{ id: number }>(sql`select id from complaint indexed by complaint_members
    where root_id <> id and root_id = ${rootId} and id > ${after} order by id limit ${limit}`)
}
