import type { Database } from '../db/database.ts'
import { identitiesUnder, putWrapped } from '../db/rewrapping.ts'
import { randomBytes } from '../random.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { rewrap } from '../seal/identity-seal.ts'

interface RewrapWorld {
  env: Pick<Env, 'IDENTITY_KEYS'>
  db: Database
  stepSize: number
  steps: number
}

/** A reporter who corrects or erases at the same moment wins: the row is left for the next run. */
export async function rewrapIdentities(w: RewrapWorld): Promise<Record<string, number>> {
  const keys = parseIdentityKeys(w.env.IDENTITY_KEYS)
  const counts = { rewrapped: 0, left: 0 }
  if (keys.byVersion.size < 2) return counts
  let after = 0
  for (let step = 0; step < w.steps; step++) {
    const rows = await identitiesUnder(w.db, keys.current, after, w.stepSize)
    for (const row of rows) {
      const { keyVersion, wrappedKey } = row
      const next = await rewrap(
        keys,
        row.complaintId,
        { keyVersion, wrappedKey, fields: {} },
        randomBytes,
      )
      counts[(await putWrapped(w.db, row, next)) ? 'rewrapped' : 'left'] += 1
    }
    after = rows.at(-1)?.complaintId ?? after
    if (rows.length < w.stepSize) break
  }
  return counts
}
