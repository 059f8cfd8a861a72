import { type BackupRow, linesOf } from '../domain/city/backup.ts'
import { backupKeyId } from '../seal/backup-key.ts'
import { sealingFor } from '../seal/backup-seal.ts'
import { sha256Hex } from '../seal/digest.ts'

export interface SealedRows {
  bytes: Uint8Array
  /** Of the bytes, hexadecimal. */
  sha256: string
  sealedTo: string | null
}

type Gzip = ReadableWritablePair<Uint8Array, Uint8Array>

/** Rows as they lie outside: lines of JSON, gzipped, then sealed for the city's key. */
export async function sealRows(
  rows: readonly BackupRow[],
  recipient: string | null,
): Promise<SealedRows> {
  const plain: ReadableStream<Uint8Array> = new Blob([linesOf(rows)]).stream()
  const zipped = plain.pipeThrough(new CompressionStream('gzip') as unknown as Gzip)
  const sealed = recipient ? zipped.pipeThrough(await sealingFor(recipient)) : zipped
  const bytes = new Uint8Array(await new Response(sealed).arrayBuffer())
  const sealedTo = recipient ? await backupKeyId(recipient) : null
  return { bytes, sha256: await sha256Hex(bytes), sealedTo }
}

export function countTables(rows: readonly BackupRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [table] of rows) counts[table] = (counts[table] ?? 0) + 1
  return counts
}
