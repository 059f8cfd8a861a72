import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import {
  CHANGES_ROOT,
  type ChangeSet,
  OVERLAP,
  readChangeKey,
  readChangeSet,
} from '../../src/domain/city/changes.ts'
import type { Instant } from '../../src/domain/time/time.ts'
import type { KeysAtHand } from '../backup-keys.ts'
import { openRows, readTrusted, refuseNewer } from './read.ts'

export interface OpenSet {
  head: ChangeSet
  rows: () => Promise<BackupRow[]>
}

export interface Changes {
  sets: OpenSet[]
  /** Everything up to this moment was brought out; null where there are no changes. */
  until: Instant | null
}

interface Read extends OpenSet {
  /** Of the whole file. */
  sha256: string
}

/**
 * What was brought down beside a backup, in order. Throws Error in words where one is forged or
 * altered, or where one between them is missing.
 */
export async function openChanges(
  folder: string,
  keys: KeysAtHand,
  startedAt: Instant,
): Promise<Changes> {
  const from = join(folder, 'changes')
  if (!existsSync(from)) return { sets: [], until: null }
  const names = readdirSync(from).filter((name) => readChangeKey(`${CHANGES_ROOT}${name}`))
  const read = await Promise.all(names.map((name) => openSet(join(from, name), keys)))
  const ordered = read.toSorted((a, b) => (a.head.key < b.head.key ? -1 : 1))
  const chain = ordered.filter(({ head }) => head.kind === 'changes')
  refuseGaps(chain, startedAt)
  const index = join(from, 'index.json')
  if (!existsSync(index)) return { sets: ordered, until: chain.at(-1)?.head.until ?? null }
  const trusted = await readTrusted(keys, readFileSync(index, 'utf8'), 'The index of changes')
  const { until, previous } = trusted as { until: Instant; previous: string | null }
  if (chain.length > 0 && chain.at(-1)?.sha256 !== previous)
    throw new Error('The newest changes are missing: bring them down again')
  return { sets: ordered, until }
}

async function openSet(file: string, keys: KeysAtHand): Promise<Read> {
  const bytes = readFileSync(file)
  const end = bytes.indexOf(10)
  const line = bytes.subarray(0, Math.max(0, end)).toString('utf8')
  const head = readChangeSet(await readTrusted(keys, line, file))
  refuseNewer(head.schema, file)
  const body = bytes.subarray(end + 1)
  if (sha256(body) !== head.sha256)
    throw new Error(`${file} is cut short or altered. It is refused`)
  return { head, sha256: sha256(bytes), rows: () => openRows(keys, head.sealedTo, body) }
}

function refuseGaps(chain: readonly Read[], startedAt: Instant): void {
  const [first] = chain
  if (first && first.head.n !== 1 && first.head.from > startedAt)
    throw new Error('The first changes after this backup are missing: bring them down again')
  for (const [i, set] of chain.entries()) {
    const before = chain[i - 1]
    if (before && before.sha256 !== set.head.previous)
      throw new Error(`Changes are missing before ${set.head.key}: bring them down again`)
  }
}

/** Those that were exported before the backup began are in it already. */
export function isAfter({ head }: OpenSet, startedAt: Instant): boolean {
  return head.until >= startedAt - OVERLAP
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
