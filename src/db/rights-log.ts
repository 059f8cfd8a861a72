import { desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'
import { rightsLog } from './schema/rights.ts'
import { user } from './schema/staff.ts'

const actor = alias(user, 'actor')

function entries(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({
      id: rightsLog.id,
      at: rightsLog.at,
      did: rightsLog.did,
      by: rightsLog.by,
      role: rightsLog.role,
      agencyId: rightsLog.agencyId,
      reason: rightsLog.reason,
      detail: rightsLog.detail,
      person: user.name,
      actor: actor.name,
    })
    .from(rightsLog)
    .leftJoin(user, eq(user.id, rightsLog.userId))
    .leftJoin(actor, eq(actor.id, sql`substr(${rightsLog.by}, 7)`))
    .where(where)
    .orderBy(desc(rightsLog.id))
    .limit(limit)
}

/** Null names: whoever is not on record any more, or no person at all. */
export type RightsRow = Awaited<ReturnType<typeof entries>>[number]

/** Newest first, by one more than a page, which says that there are older ones. */
export function rightsBefore(db: Database, before: number | null, limit: number) {
  return entries(db, before === null ? undefined : lt(rightsLog.id, before), limit)
}

export async function rightsEntry(db: Database, id: number): Promise<RightsRow | null> {
  return (await entries(db, eq(rightsLog.id, id), 1))[0] ?? null
}

/** Whose account it is about. */
export async function accountOfEntry(db: Database, id: number) {
  const [found] = await db
    .select({ id: user.id, email: user.email })
    .from(rightsLog)
    .innerJoin(user, eq(user.id, rightsLog.userId))
    .where(eq(rightsLog.id, id))
  return found ?? null
}
