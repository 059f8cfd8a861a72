import type { Case } from '../../db/cases.ts'
import { hashAccessKey, parseAccessKey } from '../../seal/access-key.ts'
import { sameHash } from '../../seal/digest.ts'

/** Whether a key, however it was typed, opens the report. An unknown number takes the same road. */
export async function keyOpens(typed: string, found: Case | null): Promise<boolean> {
  const key = parseAccessKey(typed)
  if (!key) return false
  const expected = found?.row.keyHash ?? '0'.repeat(64)
  const hash = await hashAccessKey(key, found?.complaint.id ?? 0)
  return sameHash(hash, expected) && found !== null
}
