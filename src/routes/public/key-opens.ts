import { filingToken } from '../../auth/filed-here.ts'
import type { Case } from '../../db/cases.ts'
import type { AppContext } from '../../http.ts'
import { deriveAccessKey, hashAccessKey, parseAccessKey } from '../../seal/access-key.ts'
import { sameHash } from '../../seal/digest.ts'

/** Whether a key, however it was typed, opens the report. An unknown number takes the same road. */
export async function keyOpens(typed: string, found: Case | null): Promise<boolean> {
  const key = parseAccessKey(typed)
  if (!key) return false
  const expected = found?.row.keyHash ?? '0'.repeat(64)
  const hash = await hashAccessKey(key, found?.complaint.id ?? 0)
  return sameHash(hash, expected) && found !== null
}

/** Of a report that this very browser filed and has not signed out of since; else null. */
export async function filedHereKey(c: AppContext): Promise<string | null> {
  const { complaint } = c.var.dossier
  const token = filingToken(c, complaint.reference)
  if (token === null) return null
  const key = await deriveAccessKey(c.env.SERVER_SECRET, token, complaint.id)
  return (await keyOpens(key, c.var.dossier)) ? key : null
}
