import { DAY, type Instant, MINUTE } from '../time/time.ts'
import { backupId, instantOfBackup } from './backup.ts'

/**
 * What changed, brought out of the database every five minutes: each report that had an event, whole
 * as it stood then. `erasure`: reports without their words, kept as long as there is any backup that
 * still has them.
 */
export type ChangeKind = 'changes' | 'erasure'

/** Signed, and the first line of its file; the rows follow, gzipped and sealed as a backup's are. */
export interface ChangeSet {
  format: 1
  kind: ChangeKind
  key: string
  /** Of its events; the end is left out. */
  from: Instant
  until: Instant
  /** One after the other without a gap; null for an erasure, which stands alone. */
  n: number | null
  /** SHA-256 of the file before it, hexadecimal. */
  previous: string | null
  schema: string
  sealedTo: string | null
  sha256: string
  /** Rows of each; 0: one of the city's tables that was emptied. */
  tables: Record<string, number>
}

export const CHANGES_ROOT = 'changes/'
export const CHANGES_INDEX = `${CHANGES_ROOT}index.json`

/** A command is dated before its batch is in. */
export const OVERLAP = 10 * MINUTE

export function changeKey(at: Instant, kind: ChangeKind, tail: string): string {
  return `${CHANGES_ROOT}${backupId(at)}-${kind}-${tail}`
}

const KEY = /^changes\/(\w{16})-(changes|erasure)-\w+$/

export function readChangeKey(key: string): { at: Instant; kind: ChangeKind } | null {
  const [, id = '', kind] = KEY.exec(key) ?? []
  const at = instantOfBackup(id)
  return at === null ? null : { at, kind: kind as ChangeKind }
}

/** As long as a backup of every day, and as the oldest backup of all. */
const KEPT: Record<ChangeKind, number> = { changes: 32 * DAY, erasure: 400 * DAY }

export function expiredChanges(keys: readonly string[], now: Instant): string[] {
  return keys.filter((key) => {
    const known = readChangeKey(key)
    return known !== null && now - known.at > KEPT[known.kind]
  })
}

/** A backup from before the changes that are kept: of what came since only erasures are known. */
export function isOutOfReach(startedAt: Instant, until: Instant): boolean {
  return until - startedAt > KEPT.changes
}

/** Whether the city's own tables in a set were read after the backup that began at `startedAt`. */
export function isReadAfter({ key }: Pick<ChangeSet, 'key'>, startedAt: Instant): boolean {
  // names tell whole seconds
  return (readChangeKey(key)?.at ?? 0) >= Math.floor(startedAt / 1000) * 1000
}

/**
 * Those that a restore needs after the backup that began at `startedAt`, oldest first. `until`: how far
 * changes were brought out.
 */
export function changesAfter(
  keys: readonly string[],
  startedAt: Instant,
  until: Instant,
): string[] {
  const erasuresAlone = isOutOfReach(startedAt, until)
  return keys
    .filter((key) => {
      const known = readChangeKey(key)
      if (known === null || known.at < startedAt - OVERLAP) return false
      return !erasuresAlone || known.kind === 'erasure'
    })
    .toSorted()
}

/** Of a record whose signature holds. @throws Error in words. */
export function readChangeSet(record: unknown): ChangeSet {
  const value = record as Partial<ChangeSet> | null
  if (value?.format !== 1 || !value.key || !readChangeKey(value.key))
    throw new Error('This is no set of changes in format 1')
  return value as ChangeSet
}
