import { desc, eq, lt, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { user } from './schema/staff.ts'
import { exportLog } from './schema/trail.ts'

type Export = typeof exportLog.$inferSelect

export async function keepExport(db: Database, taken: Omit<Export, 'id'>): Promise<void> {
  await db.insert(exportLog).values(taken)
}

/** Newest first, before an id; null: the newest. A null name: on the staff no more. */
export function exportsBefore(db: Database, before: number | null, limit: number) {
  return db
    .select({
      id: exportLog.id,
      at: exportLog.at,
      by: exportLog.by,
      name: exportLog.name,
      lines: exportLog.lines,
      person: user.name,
    })
    .from(exportLog)
    .leftJoin(user, eq(user.id, sql`substr(${exportLog.by}, 7)`))
    .where(before === null ? undefined : lt(exportLog.id, before))
    .orderBy(desc(exportLog.id))
    .limit(limit)
}
