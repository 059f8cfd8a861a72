import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import {
  CHANGES_ROOT,
  type ChangeKind,
  type ChangeSet,
  changesAfter,
  isOutOfReach,
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
  /** The backup is older than the changes that are kept: the sets are erasures, and nothing else. */
  outOfReach?: boolean
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
  const index = await openIndex(join(from, 'index.json'), keys)
  const [chain, erasures] = [ofKind(ordered, 'changes'), ofKind(ordered, 'erasure')]
  const wanted = index ? changesAfter(index.keys, startedAt, index.until) : []
  const missing = wanted.find((key) => !names.includes(basename(key)))
  if (missing) throw new Error(`${missing} is missing beside the backup: bring them down again`)
  if (index && isOutOfReach(startedAt, index.until))
    return { sets: erasures, until: null, outOfReach: true }
  refuseGaps(chain, startedAt, index)
  if (index && chain.length > 0 && chain.at(-1)?.sha256 !== index.previous)
    throw new Error('The newest changes are missing: bring them down again')
  return { sets: ordered, until: index?.until ?? chain.at(-1)?.head.until ?? null }
}

function ofKind(sets: readonly Read[], kind: ChangeKind): Read[] {
  return sets.filter(({ head }) => head.kind === kind)
}

interface Index {
  keys: string[]
  until: Instant
  /** Of the last set. */
  previous: string
}

async function openIndex(file: string, keys: KeysAtHand): Promise<Index | null> {
  if (!existsSync(file)) return null
  return (await readTrusted(keys, readFileSync(file, 'utf8'), 'The index of changes')) as Index
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

function refuseGaps(chain: readonly Read[], startedAt: Instant, index: Index | null): void {
  const [first] = chain
  if (first && first.head.from > startedAt && !reachesBack(index, startedAt))
    throw new Error('The first changes after this backup are missing: bring them down again')
  for (const [i, set] of chain.entries()) {
    const before = chain[i - 1]
    if (before && before.sha256 !== set.head.previous)
      throw new Error(`Changes are missing before ${set.head.key}: bring them down again`)
  }
}

/** A quiet time wrote no set: then the one before the backup is on the index, too. */
function reachesBack(index: Index | null, startedAt: Instant): boolean {
  const before = index?.keys.map((key) => readChangeKey(key)) ?? []
  return before.some((one) => one?.kind === 'changes' && one.at <= startedAt)
}

/** Those that were exported before the backup began are in it already. */
export function isAfter({ head }: OpenSet, startedAt: Instant): boolean {
  return (readChangeKey(head.key)?.at ?? 0) >= startedAt - OVERLAP
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
