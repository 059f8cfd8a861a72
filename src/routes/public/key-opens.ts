import { filingToken } from '../../auth/filed-here.ts'
import type { Case } from '../../db/cases.ts'
import { parseAccessKey } from '../../domain/text/typed-key.ts'
import type { AppContext } from '../../http.ts'
import { deriveAccessKey } from '../../seal/access-key.ts'
import { parseIdentityKeys } from '../../seal/identity-keys.ts'
import { keyFits } from '../../seal/key-hash.ts'

/** Whether a key, however it was typed, opens the report. An unknown number takes the same road. */
export async function keyOpens(
  { IDENTITY_KEYS }: Pick<Env, 'IDENTITY_KEYS'>,
  typed: string,
  found: Case | null,
): Promise<boolean> {
  const key = parseAccessKey(typed)
  if (!key) return false
  const keys = parseIdentityKeys(IDENTITY_KEYS)
  const fits = await keyFits(keys, found?.complaint.id ?? 0, found?.row.keyHash ?? null, key)
  return fits && found !== null
}

/** Of a report that this very browser filed and has not signed out of since; else null. */
export async function filedHereKey(c: AppContext): Promise<string | null> {
  const { complaint } = c.var.dossier
  const token = filingToken(c, complaint.reference)
  if (token === null) return null
  const key = await deriveAccessKey(c.env.SERVER_SECRET, token, complaint.id)
  return (await keyOpens(c.env, key, c.var.dossier)) ? key : null
}
