import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  type BackupPart,
  type BackupRow,
  type Manifest,
  readManifest,
  rowsOf,
} from '../../src/domain/city/backup.ts'

export interface WrongPart {
  key: string
  problem: string
}

function fileOf(folder: string, { key }: Pick<BackupPart, 'key'>) {
  return join(folder, basename(key))
}

/** Parts that are missing, cut short or altered; none means whole. */
export function checkParts(folder: string, manifest: Manifest): WrongPart[] {
  return manifest.parts.flatMap((part) => {
    const file = fileOf(folder, part)
    if (!existsSync(file)) return [{ key: part.key, problem: 'is missing' }]
    const bytes = readFileSync(file)
    if (bytes.length !== part.bytes)
      return [{ key: part.key, problem: `holds ${bytes.length} bytes of ${part.bytes}` }]
    const same = createHash('sha256').update(bytes).digest('hex') === part.sha256
    return same ? [] : [{ key: part.key, problem: 'is not what was backed up' }]
  })
}

export interface Backup {
  manifest: Manifest
  /** Part by part, so that only one is in memory. */
  parts: () => Generator<BackupRow[]>
}

/** Opens a backup that was brought down. Throws Error in words unless it is whole. */
export function openBackup(folder: string): Backup {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) throw new Error(`${folder} has no manifest: it is no whole backup`)
  const manifest = readManifest(readFileSync(file, 'utf8'))
  const [wrong] = checkParts(folder, manifest)
  if (wrong) throw new Error(`${wrong.key} ${wrong.problem}: this backup is refused`)
  return {
    manifest,
    *parts() {
      for (const part of manifest.parts)
        yield rowsOf(gunzipSync(readFileSync(fileOf(folder, part))).toString('utf8'))
    },
  }
}
