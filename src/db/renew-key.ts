import { and, eq, gt } from 'drizzle-orm'
import { DAY } from '../domain/time/time.ts'
import { deriveAccessKey } from '../seal/access-key.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { keyFits, sealedKeyHash } from '../seal/key-hash.ts'
import { caseById } from './cases.ts'
import type { FilingSecrets } from './filing.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'
import { event } from './schema/complaint.ts'

const TRIES = 3

/** Renewals of one report in a day and a night. */
export const MOST_RENEWALS = 5

/** The key for this token; 'before': it is the one already, and nothing is renewed once more.
 * 'often': more than a day's share. */
export async function renewKey(
  s: Surroundings,
  secrets: FilingSecrets,
  complaintId: number,
  token: string,
): Promise<Result | 'before' | 'often'> {
  const key = await deriveAccessKey(secrets.SERVER_SECRET, token, complaintId)
  const keys = parseIdentityKeys(secrets.IDENTITY_KEYS)
  const keyHash = await sealedKeyHash(keys, complaintId, key, s.random)
  for (let i = 0; i < TRIES; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) break
    if (await keyFits(keys, complaintId, found.row.keyHash, key)) return 'before'
    if (await isOften(s, complaintId)) return 'often'
    const result = await runCommand(s, found, { name: 'renew_key' }, { columns: { keyHash } })
    if (result.ok || !result.conflict) return result
  }
  return { ok: false, conflict: true }
}

async function isOften({ db, now }: Surroundings, complaintId: number): Promise<boolean> {
  const today = await db
    .select({ seq: event.seq })
    .from(event)
    .where(
      and(eq(event.complaintId, complaintId), eq(event.type, 'renew_key'), gt(event.at, now - DAY)),
    )
    .limit(MOST_RENEWALS)
  return today.length === MOST_RENEWALS
}
