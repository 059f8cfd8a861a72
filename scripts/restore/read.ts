import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type BackupPart,
  type BackupRow,
  type Manifest,
  readManifest,
  rowsOf,
} from '../../src/domain/city/backup.ts'
import type { BackupJwk } from '../../src/seal/backup-key.ts'
import { openingWith, throughStream } from '../../src/seal/backup-seal.ts'
import { readSigned } from '../../src/seal/signed-record.ts'
import type { KeysAtHand } from '../backup-keys.ts'

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
  parts: () => AsyncGenerator<BackupRow[]>
}

const REFUSED = {
  unsigned: 'is not signed: it is of another program, of an older version, or forged',
  forged: 'was altered after it was signed, or signed by somebody else: it is forged',
  'unknown-key':
    'is signed by a key that is not at hand. Bring the copy of the secrets into .secrets/, or name the public key that signed then: --signed-by=X',
}

/** Version 0.2 neither signed nor sealed. Nobody can tell such a backup from a forged one. */
function refuseFirstFormat(line: string, what: string): void {
  if (!isFirstFormat(line)) return
  throw new Error(
    `${what} is of format 1, as version 0.2 made them: neither signed nor sealed. If you know where it has been since, restore it with that version (git checkout v0.2.0, npm install, npm run restore); then deploy this one, which brings the database up to date`,
  )
}

function isFirstFormat(line: string): boolean {
  try {
    return (JSON.parse(line) as { format?: unknown } | null)?.format === 1
  } catch {
    return false
  }
}

/** What was signed. Throws Error in words on anything else. */
export async function readTrusted(keys: KeysAtHand, line: string, what: string): Promise<unknown> {
  const read = await readSigned(keys.signers, line)
  if (!read.ok) refuseFirstFormat(line, what)
  if (!read.ok) throw new Error(`${what} ${REFUSED[read.problem]}. It is refused`)
  return read.record
}

/** Throws Error where the database had migrations that this program does not know. */
export function refuseNewer(schema: string, what: string, folder = 'migrations'): void {
  if (schema !== '' && !readdirSync(folder).includes(schema))
    throw new Error(
      `${what} was made by a newer program: its database had ${schema}, which is not here. Restore it with that version`,
    )
}

/** Gzipped lines, sealed or not. Throws Error in words where the key to them is not at hand. */
export async function openRows(
  keys: KeysAtHand,
  sealedTo: string | null,
  bytes: Uint8Array,
): Promise<BackupRow[]> {
  const gunzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>
  const opened = sealedTo === null ? [gunzip] : [openingWith(keyOf(keys, sealedTo)), gunzip]
  return rowsOf(new TextDecoder().decode(await throughStream(bytes, ...opened)))
}

function keyOf(keys: KeysAtHand, id: string): BackupJwk {
  const jwk = keys.backup.get(id)
  if (jwk) return jwk
  throw new Error(
    `This backup is sealed for key ${id}, which is not at hand. Bring the copy of the secrets that holds it (BACKUP_KEYS) into .secrets/`,
  )
}

/** Opens a backup that was brought down. Throws Error in words unless it is ours and whole. */
export async function openBackup(folder: string, keys: KeysAtHand): Promise<Backup> {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) throw new Error(`${folder} has no manifest: it is no whole backup`)
  const line = readFileSync(file, 'utf8')
  const manifest = readManifest(await readTrusted(keys, line, 'The manifest'))
  refuseNewer(manifest.schema, 'This backup')
  const [wrong] = checkParts(folder, manifest)
  if (wrong) throw new Error(`${wrong.key} ${wrong.problem}: this backup is refused`)
  if (manifest.sealedTo !== null) keyOf(keys, manifest.sealedTo)
  return {
    manifest,
    async *parts() {
      for (const part of manifest.parts)
        yield openRows(keys, manifest.sealedTo, readFileSync(fileOf(folder, part)))
    },
  }
}
