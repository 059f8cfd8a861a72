import { eq } from 'drizzle-orm'
import type { SealedIdentity } from '../seal/identity-seal.ts'
import type { Database } from './database.ts'
import { identity } from './schema/filing.ts'

export async function sealedIdentity(
  db: Database,
  complaintId: number,
): Promise<SealedIdentity | null> {
  const [row] = await db.select().from(identity).where(eq(identity.complaintId, complaintId))
  if (!row?.sealed) return null
  return { keyVersion: row.keyVersion, wrappedKey: row.wrappedKey, fields: JSON.parse(row.sealed) }
}
