import { asc, gt } from 'drizzle-orm'
import { toComplaint, tokensOf } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { complaint } from './schema/complaint.ts'

/** `isOld`: its facets are not what they would be now. */
export async function indexedAfter(
  db: Database,
  after: number,
  limit: number,
): Promise<{ id: number; isOld: boolean }[]> {
  const rows = await db
    .select()
    .from(complaint)
    .where(gt(complaint.id, after))
    .orderBy(asc(complaint.id))
    .limit(limit)
  return rows.map((row) => ({ id: row.id, isOld: row.tokens !== tokensOf(toComplaint(row, [])) }))
}
