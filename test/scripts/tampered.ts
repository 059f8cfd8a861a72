import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { KeysAtHand } from '../../scripts/backup-keys.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { type BackupRow, linesOf, type Manifest } from '../../src/domain/city/backup.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { readSigned, signRecord } from '../../src/seal/signed-record.ts'
import type { SigningJwk } from '../../src/seal/signing-key.ts'

interface Change {
  rows?: (rows: BackupRow[]) => BackupRow[]
  manifest?: Partial<Manifest>
  signer?: SigningJwk | undefined
}

/** The same backup with other rows or another manifest, with digests that fit and a signature. */
export const build = async (folder: string, keys: KeysAtHand, change: Change): Promise<string> => {
  const to = `${folder}-tampered-${Math.random()}`
  mkdirSync(to)
  const { manifest, parts } = await openBackup(folder, keys)
  const changed: Manifest['parts'] = []
  for await (const rows of parts()) {
    const bytes = gzipSync(linesOf(change.rows?.(rows) ?? rows))
    const part = manifest.parts[changed.length]
    if (!part) throw new Error('more parts than the manifest names')
    writeFileSync(join(to, basename(part.key)), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    changed.push({ ...part, bytes: bytes.length, sha256 })
  }
  const record = { ...manifest, sealedTo: null, parts: changed, ...change.manifest }
  const signer = change.signer ?? keys.signers[0] ?? {}
  writeFileSync(join(to, 'manifest.json'), await signRecord(signer, record))
  return to
}

/** As of `days` ago: of the changes between, the first ones are kept no more. */
export const aged = async (folder: string, keys: KeysAtHand, days: number): Promise<string> => {
  const old = await build(folder, keys, { manifest: { startedAt: Date.now() - days * DAY } })
  cpSync(join(folder, 'changes'), join(old, 'changes'), { recursive: true })
  const [signer = {}] = keys.signers
  for (const name of readdirSync(join(old, 'changes'))) {
    if (!name.includes('-changes-')) continue
    const file = readFileSync(join(old, 'changes', name))
    const end = file.indexOf(10)
    const read = await readSigned([signer], file.subarray(0, end).toString())
    const head = await signRecord(signer, { ...(read.ok && (read.record as object)), n: 5000 })
    writeFileSync(
      join(old, 'changes', name),
      Buffer.concat([Buffer.from(head), file.subarray(end)]),
    )
  }
  return old
}

export const rewrite = (
  rows: BackupRow[],
  table: string,
  change: (row: BackupRow[1]) => BackupRow[1],
): BackupRow[] => rows.map(([name, row]) => [name, name === table ? change(row) : row])
