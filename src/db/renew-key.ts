import { deriveAccessKey, hashAccessKey } from '../seal/access-key.ts'
import { sameHash } from '../seal/digest.ts'
import { caseById } from './cases.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'

const TRIES = 3

/** The key for this token; 'before': it is the one already, and nothing is renewed once more. */
export async function renewKey(
  s: Surroundings,
  secrets: { SERVER_SECRET: string },
  complaintId: number,
  token: string,
): Promise<Result | 'before'> {
  const key = await deriveAccessKey(secrets.SERVER_SECRET, token, complaintId)
  const keyHash = await hashAccessKey(key, complaintId)
  for (let i = 0; i < TRIES; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) break
    if (sameHash(found.row.keyHash ?? '', keyHash)) return 'before'
    const result = await runCommand(s, found, { name: 'renew_key' }, { columns: { keyHash } })
    if (result.ok || !result.conflict) return result
  }
  return { ok: false, conflict: true }
}
