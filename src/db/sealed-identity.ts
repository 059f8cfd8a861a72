import { eq, type InferSelectModel } from 'drizzle-orm'
import type { SealedIdentity } from '../seal/identity-seal.ts'
import type { Database } from './database.ts'
import { identity } from './schema/filing.ts'

export type IdentityRow = InferSelectModel<typeof identity>

export async function identityRow(db: Database, complaintId: number): Promise<IdentityRow | null> {
  return (await db.select().from(identity).where(eq(identity.complaintId, complaintId)))[0] ?? null
}

export async function sealedIdentity(
  db: Database,
  complaintId: number,
): Promise<SealedIdentity | null> {
  return sealedIn(await identityRow(db, complaintId))
}

export function sealedIn(row: IdentityRow | null): SealedIdentity | null {
  if (!row?.sealed) return null
  return { keyVersion: row.keyVersion, wrappedKey: row.wrappedKey, fields: JSON.parse(row.sealed) }
}
