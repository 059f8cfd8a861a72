import { deriveAccessKey } from '../seal/access-key.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { keyFits, sealedKeyHash } from '../seal/key-hash.ts'
import { caseById } from './cases.ts'
import type { FilingSecrets } from './filing.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'

const TRIES = 3

/** The key for this token; 'before': it is the one already, and nothing is renewed once more. */
export async function renewKey(
  s: Surroundings,
  secrets: FilingSecrets,
  complaintId: number,
  token: string,
): Promise<Result | 'before'> {
  const key = await deriveAccessKey(secrets.SERVER_SECRET, token, complaintId)
  const keys = parseIdentityKeys(secrets.IDENTITY_KEYS)
  const keyHash = await sealedKeyHash(keys, complaintId, key, s.random)
  for (let i = 0; i < TRIES; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) break
    if (await keyFits(keys, complaintId, found.row.keyHash, key)) return 'before'
    const result = await runCommand(s, found, { name: 'renew_key' }, { columns: { keyHash } })
    if (result.ok || !result.conflict) return result
  }
  return { ok: false, conflict: true }
}
