import type { DatabaseSync } from 'node:sqlite'
import { type IdentityKeys, parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import { openIdentity } from '../../src/seal/identity-seal.ts'
import { resealedKeyHash } from '../../src/seal/key-hash.ts'
import type { KeysAtHand } from '../backup-keys.ts'

export interface OpenedVersion {
  version: number
  identities: number
  /** Access keys of reporters, whose hashes it seals. */
  accessKeys: number
  /** One of each was opened by a key at hand. */
  opens: boolean
  /** Only as a retired key: the Worker lacks it. */
  retired: boolean
}

/** Version 0: hashes from before they were sealed. */
const ONE_EACH = `select version, sum(kind = 'identity') as identities, sum(kind = 'hash') as accessKeys,
    max(iif(kind = 'identity', id, null)) as identityId, max(iif(kind = 'hash', id, null)) as hashId
  from (
    select key_version as version, complaint_id as id, 'identity' as kind from identity
      where wrapped_key is not null
    union all
    select cast(key_hash as integer), id, 'hash' from complaint
      where key_hash is not null and length(key_hash) <> 64
  ) group by version order by version`

interface Counted {
  version: number
  identities: number
  accessKeys: number
  identityId: number | null
  hashId: number | null
}

/** Opens one of what each version of the master key seals; nothing of it is kept or said. */
export async function openOneEach(db: DatabaseSync, keys: KeysAtHand): Promise<OpenedVersion[]> {
  const versions = db.prepare(ONE_EACH).all() as unknown[] as Counted[]
  const known = keys.identity
    .filter((one) => Object.keys(one).length > 0)
    .map((one) => parseIdentityKeys(JSON.stringify(one)))
  const opened: OpenedVersion[] = []
  for (const { version, identities, accessKeys, identityId, hashId } of versions) {
    const opens = await Promise.all(
      known.map(
        async (one) =>
          (await opensIdentity(db, one, version, identityId)) && (await opensHash(db, one, hashId)),
      ),
    )
    const retired = keys.retired.has(String(version))
    opened.push({ version, identities, accessKeys, opens: opens.includes(true), retired })
  }
  return opened
}

function opensIdentity(
  db: DatabaseSync,
  keys: IdentityKeys,
  version: number,
  id: number | null,
): Promise<boolean> {
  const row = db.prepare('select wrapped_key, sealed from identity where complaint_id = ?').get(id)
  if (id === null || !row) return Promise.resolve(true)
  const fields = JSON.parse(String(row.sealed))
  const sealed = { keyVersion: version, wrappedKey: String(row.wrapped_key), fields }
  return succeeds(openIdentity(keys, id, sealed))
}

/** Sealed anew for a key that is forgotten at once: only what opens can be. */
function opensHash(db: DatabaseSync, keys: IdentityKeys, id: number | null): Promise<boolean> {
  const row = db.prepare('select key_hash from complaint where id = ?').get(id)
  if (id === null || !row) return Promise.resolve(true)
  const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
  const current = keys.current + 1
  const byVersion = new Map([...keys.byVersion, [current, random(32)]])
  return succeeds(resealedKeyHash({ current, byVersion }, id, String(row.key_hash), random))
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
