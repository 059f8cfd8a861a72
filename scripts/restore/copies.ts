import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openingWith, throughStream } from '../../src/seal/backup-seal.ts'
import { copyKey } from '../../src/storage/copies.ts'
import type { KeysAtHand } from '../backup-keys.ts'
import type { Objects } from '../objects.ts'
import type { Changes } from './changes.ts'
import { bringAll } from './fetch.ts'
import type { Backup } from './read.ts'

/** Keys of the files that rows of a backup and its changes name; what was erased since is not. */
async function namedFiles({ parts }: Backup, { sets }: Changes): Promise<string[]> {
  const named = new Map<string, string | null>()
  const note = ([table, row]: [string, Record<string, unknown>]) => {
    const id = String(row.id)
    if (table === 'attachment' && named.get(id) !== null)
      named.set(id, row.key === null ? null : String(row.key))
  }
  for await (const rows of parts()) rows.forEach(note)
  for (const set of sets) (await set.rows()).forEach(note)
  return [...named.values()].filter((key) => key !== null)
}

/** Sealed as they are. @returns how many files are named, and copies of which are not there */
export async function bringCopies(
  get: Objects['get'],
  to: string,
  backup: Backup,
  changes: Changes,
): Promise<{ named: number; missing: string[] }> {
  const keys = await namedFiles(backup, changes)
  return { named: keys.length, missing: await bringAll(get, to, keys.map(copyKey)) }
}

/** Where a copy lies in a folder that was brought down. */
function copyFile(folder: string, key: string): string {
  return join(folder, basename(copyKey(key)))
}

/** The file itself; null where there is no copy, or none that a key at hand opens to that digest. */
export async function openCopy(
  keys: Pick<KeysAtHand, 'backup'>,
  folder: string,
  { key, digest }: { key: string; digest: string },
): Promise<Uint8Array | null> {
  const file = copyFile(folder, key)
  if (!existsSync(file)) return null
  const bytes = new Uint8Array(readFileSync(file))
  if (sha256(bytes) === digest) return bytes
  for (const jwk of keys.backup.values()) {
    const opened = await throughStream(bytes, openingWith(jwk)).catch(() => null)
    if (opened && sha256(opened) === digest) return opened
  }
  return null
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export interface CopiesAtHand {
  named: number
  atHand: number
  /** Of the first copy at hand; true where there is none. */
  opens: boolean
}

/** Which of the files that a restored database names have a copy here, and whether the first one opens. */
export async function copiesAtHand(
  db: DatabaseSync,
  keys: Pick<KeysAtHand, 'backup'>,
  folder: string,
): Promise<CopiesAtHand> {
  const rows = db
    .prepare(`select "key", digest from attachment where "key" is not null`)
    .all()
    .map(({ key, digest }) => ({ key: String(key), digest: String(digest) }))
  const there = rows.filter(({ key }) => existsSync(copyFile(folder, key)))
  const [first] = there
  const opens = first === undefined || (await openCopy(keys, folder, first)) !== null
  return { named: rows.length, atHand: there.length, opens }
}
