import { and, eq, sql } from 'drizzle-orm'
import type { Queued } from './ledger/commit.ts'
import { changeRights, type RightsAround } from './rights.ts'
import { user } from './schema/staff.ts'

/** Null, and nothing changed: nobody is here under the name that was read. */
export function renameStaff(
  around: RightsAround,
  userId: string,
  { previous, name, reason }: { previous: string; name: string; reason: string },
): Promise<Queued[] | null> {
  const { db, now } = around
  const detail = `${previous} → ${name}`
  return changeRights(
    around,
    { did: 'renamed', userId, role: null, agencyId: null, reason, detail },
    sql`exists (select 1 from user where id = ${userId} and name = ${previous})`,
    (written) => [
      db
        .update(user)
        .set({ name, updatedAt: new Date(now) })
        .where(and(eq(user.id, userId), written)),
    ],
  )
}
