import type { DatabaseSync } from 'node:sqlite'
import { type IdentityKeys, parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import { openIdentity } from '../../src/seal/identity-seal.ts'
import type { KeysAtHand } from '../backup-keys.ts'

export interface OpenedVersion {
  version: number
  identities: number
  /** One of them was opened by a key at hand. */
  opens: boolean
  /** Only as a retired key: the Worker lacks it. */
  retired: boolean
}

const ONE_EACH = `select key_version as version, count(*) as n, max(complaint_id) as id
  from identity where wrapped_key is not null group by key_version order by key_version`

/** Opens one identity of each version of the master key; nothing of it is kept or said. */
export async function openOneEach(db: DatabaseSync, keys: KeysAtHand): Promise<OpenedVersion[]> {
  const versions = db.prepare(ONE_EACH).all() as { version: number; n: number; id: number }[]
  const opened: OpenedVersion[] = []
  for (const { version, n, id } of versions) {
    const row = db
      .prepare('select wrapped_key, sealed from identity where complaint_id = ?')
      .get(id)
    const sealed = {
      keyVersion: version,
      wrappedKey: String(row?.wrapped_key),
      fields: JSON.parse(String(row?.sealed)),
    }
    const tries = keys.identity
      .filter((known) => Object.keys(known).length > 0)
      .map((known) => opens(parseIdentityKeys(JSON.stringify(known)), id, sealed))
    opened.push({
      ...{ version, identities: n, opens: (await Promise.all(tries)).includes(true) },
      retired: keys.retired.has(String(version)),
    })
  }
  return opened
}

function opens(
  keys: IdentityKeys,
  id: number,
  sealed: Parameters<typeof openIdentity>[2],
): Promise<boolean> {
  return openIdentity(keys, id, sealed).then(
    () => true,
    () => false,
  )
}
