import { and, asc, gt, isNotNull } from 'drizzle-orm'
import type { IdentityKeys } from '../seal/identity-keys.ts'
import { resealedKeyHash } from '../seal/key-hash.ts'
import { caseById } from './cases.ts'
import type { Database } from './database.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'
import { complaint } from './schema/complaint.ts'

export function keyHashesAfter(db: Database, after: number, limit: number) {
  return db
    .select({ id: complaint.id, keyHash: complaint.keyHash })
    .from(complaint)
    .where(and(gt(complaint.id, after), isNotNull(complaint.keyHash)))
    .orderBy(asc(complaint.id))
    .limit(limit)
}

const TRIES = 3

/** null: it was sealed anew meanwhile. */
export async function sealKeyAnew(
  s: Surroundings,
  keys: IdentityKeys,
  complaintId: number,
): Promise<Result | null> {
  for (let i = 0; i < TRIES; i++) {
    const found = await caseById(s.db, complaintId)
    const kept = found?.row.keyHash ?? null
    const keyHash = await resealedKeyHash(keys, complaintId, kept, s.random)
    if (!found || keyHash === null) return null
    const result = await runCommand(s, found, { name: 'seal_key' }, { columns: { keyHash } })
    if (result.ok || !result.conflict) return result
  }
  return { ok: false, conflict: true }
}
