import { and, asc, eq, gt, isNotNull, lt } from 'drizzle-orm'
import type { Database } from './database.ts'
import { identity } from './schema/filing.ts'

export function identitiesUnder(db: Database, current: number, after: number, limit: number) {
  return db
    .select({
      complaintId: identity.complaintId,
      keyVersion: identity.keyVersion,
      wrappedKey: identity.wrappedKey,
    })
    .from(identity)
    .where(
      and(
        gt(identity.complaintId, after),
        lt(identity.keyVersion, current),
        isNotNull(identity.wrappedKey),
      ),
    )
    .orderBy(asc(identity.complaintId))
    .limit(limit)
}

type Wrapped = { keyVersion: number; wrappedKey: string | null }

/** False when it is no longer the one that was read. */
export async function putWrapped(
  db: Database,
  was: Wrapped & { complaintId: number },
  { keyVersion, wrappedKey }: Wrapped,
): Promise<boolean> {
  const same = and(
    eq(identity.complaintId, was.complaintId),
    eq(identity.wrappedKey, was.wrappedKey ?? ''),
  )
  const changed = await db
    .update(identity)
    .set({ keyVersion, wrappedKey })
    .where(same)
    .returning({ complaintId: identity.complaintId })
  return changed.length > 0
}
