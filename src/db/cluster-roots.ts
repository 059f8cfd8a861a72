import { type SQL, sql } from 'drizzle-orm'
import { isRoot } from '../domain/case/complaint.ts'
import type { IsoDate } from '../domain/time/time.ts'
import { type Case, caseById } from './cases.ts'
import type { Database } from './database.ts'

/**
 * Where two clusters are joined, those under the one follow by a job. Until then they lie under a root
 * that lies under another: one hop more, and never two (docs/data.md, Two clusters).
 */
export async function rootOf(db: Database, id: number): Promise<Case | null> {
  const found = await caseById(db, id)
  return found && !isRoot(found.complaint) ? caseById(db, found.complaint.rootId) : found
}

/** Roots that were joined to this one and still bring those under them along. */
export function handingOn(rootId: SQL): SQL {
  return sql`(select id from complaint indexed by complaint_moving
    where state = 'merged' and cluster_size > 1 and root_id = ${rootId})`
}

/** What a report lies under, of all that is handled under this root. */
export function underRoot(rootId: SQL): SQL {
  return sql`(select ${rootId} as id union all select id from ${handingOn(rootId)})`
}

/** Days that roots had promised which it has been under since it was joined. */
export async function formerTold(db: Database, id: number): Promise<IsoDate[]> {
  const rows = await db.all<{ told: IsoDate }>(sql`
    select json_extract(facts, '$.told') as told from event
    where complaint_id = ${id} and type = 'follow' and seq > (
      select max(seq) from event where complaint_id = ${id} and type = 'merge')`)
  return rows.map(({ told }) => told)
}
