import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openBackup } from '../../scripts/restore/read.ts'
import { type BackupRow, linesOf } from '../../src/domain/city/backup.ts'

/** The same backup with other rows, and digests that fit them: what only the history can tell. */
export const build = (folder: string, change: (rows: BackupRow[]) => BackupRow[]): string => {
  const to = `${folder}-tampered`
  mkdirSync(to)
  const { manifest, parts } = openBackup(folder)
  const changed = [...parts()].map((rows, i) => {
    const bytes = gzipSync(linesOf(change(rows)))
    const part = manifest.parts[i]
    if (!part) throw new Error('more parts than the manifest names')
    writeFileSync(join(to, basename(part.key)), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { ...part, bytes: bytes.length, sha256 }
  })
  writeFileSync(join(to, 'manifest.json'), JSON.stringify({ ...manifest, parts: changed }))
  return to
}

export const rewrite = (
  rows: BackupRow[],
  table: string,
  change: (row: BackupRow[1]) => BackupRow[1],
): BackupRow[] => rows.map(([name, row]) => [name, name === table ? change(row) : row])
