import { DAY, type Instant, type IsoDate, monthsBefore } from '../time/time.ts'

/** One file of a backup: gzipped lines, each a JSON pair [table, row], sealed where there is a key. */
export interface BackupPart {
  key: string
  bytes: number
  /** SHA-256 of the file as stored, hexadecimal. */
  sha256: string
  rows: number
}

/** Written last: a folder without it is not a backup. */
export interface Manifest {
  format: 2
  /** Instant of its beginning as 20261124T173000Z; also the folder's name. */
  id: string
  startedAt: Instant
  finishedAt: Instant
  /** Complaints from this id on are in the next backup. */
  cutoff: number
  /** Name of the last migration that the database had; a program without it cannot restore it. */
  schema: string
  /** Id of the key that the parts are sealed for; null where the city has none. */
  sealedTo: string | null
  /** Of the first day digest; each day since has one. Null before there is any. */
  firstDigest: IsoDate | null
  tables: Record<string, number>
  parts: BackupPart[]
}

export const BACKUP_ROOT = 'backups/'
export const BACKUP_INDEX = `${BACKUP_ROOT}index.json`
export function manifestKey(id: string): string {
  return `${BACKUP_ROOT}${id}/manifest.json`
}

export function backupId(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

export function instantOfBackup(id: string): Instant | null {
  const [, y, mo, d, h, mi, s] = ID.exec(id) ?? []
  return y === undefined ? null : Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}

const DAILY = 30
const MONTHLY = 12

/** All of 30 days are kept, then each month's first for 12. */
export function expiredBackups(ids: readonly string[], now: Instant): string[] {
  const firstOfMonth = new Map<string, string>()
  for (const id of ids.toSorted()) {
    const month = id.slice(0, 6)
    if (!firstOfMonth.has(month)) firstOfMonth.set(month, id)
  }
  const oldestMonth = backupId(monthsBefore(now, MONTHLY)).slice(0, 6)
  return ids.filter((id) => {
    const at = instantOfBackup(id)
    if (at === null || now - at <= DAILY * DAY) return false
    return id.slice(0, 6) < oldestMonth || firstOfMonth.get(id.slice(0, 6)) !== id
  })
}

export type BackupRow = [table: string, row: Record<string, string | number | null>]

export function linesOf(rows: readonly BackupRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

export function rowsOf(lines: string): BackupRow[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BackupRow)
}

/** Of a record whose signature holds. @throws Error in words on what cannot be restored. */
export function readManifest(record: unknown): Manifest {
  const value = record as Partial<Manifest> | null
  if (value?.format !== 2) throw new Error('This is no manifest of a backup in format 2')
  if (!value.id || instantOfBackup(value.id) === null) throw new Error('The manifest has no id')
  if (!Array.isArray(value.parts) || typeof value.tables !== 'object')
    throw new Error('The manifest names no parts or tables')
  return value as Manifest
}
