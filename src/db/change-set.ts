import type { BackupRow } from '../domain/city/backup.ts'
import { type ChangeSet, changeKey } from '../domain/city/changes.ts'
import { concatBytes, utf8 } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import { sha256Hex } from '../seal/digest.ts'
import { signRecord } from '../seal/signed-record.ts'
import type { BackupState } from './backup-state.ts'
import { countTables, sealRows } from './sealed-rows.ts'

export type Outside = Pick<Env, 'DB' | 'BACKUPS' | 'RECEIPT_KEY'>

type Said = Pick<ChangeSet, 'kind' | 'from' | 'until' | 'n' | 'previous'> & {
  tail: string
  /** Tables that hold no row any more. */
  emptied?: readonly string[]
}

/** One file, so that it is there whole or not at all. @returns its key and SHA-256 */
export async function putChanges(
  env: Outside,
  state: BackupState,
  now: Instant,
  rows: readonly BackupRow[],
  { tail, emptied = [], ...said }: Said,
): Promise<{ key: string; sha256: string }> {
  const { bytes, sha256, sealedTo } = await sealRows(rows, state.recipient)
  const key = changeKey(now, said.kind, tail)
  const head: ChangeSet = {
    ...{ format: 1, key, ...said, schema: state.schema },
    ...{ sealedTo, sha256 },
    tables: { ...Object.fromEntries(emptied.map((table) => [table, 0])), ...countTables(rows) },
  }
  const line = await signRecord(JSON.parse(env.RECEIPT_KEY), head)
  const file = concatBytes(utf8(`${line}\n`), bytes)
  await env.BACKUPS.put(key, file)
  return { key, sha256: await sha256Hex(file) }
}
