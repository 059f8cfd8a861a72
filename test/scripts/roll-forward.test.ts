import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openChanges } from '../../scripts/restore/changes.ts'
import { migrate } from '../../scripts/restore/migrate.ts'
import { applySet } from '../../scripts/restore/roll-forward.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import { countTables } from '../../src/db/sealed-rows.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { changeKey } from '../../src/domain/city/changes.ts'
import { HOUR, MINUTE } from '../../src/domain/time/time.ts'
import { signRecord } from '../../src/seal/signed-record.ts'
import { said } from './told.ts'

const BACKUP = Date.parse('2026-11-24T17:30:00.250Z')

/** Written at `at`, of events up to `until`. */
const aSet = (at: number, until: number, rows: BackupRow[]) => ({
  head: {
    ...({ format: 1, kind: 'changes', key: changeKey(at, 'changes', '000000001') } as const),
    ...{ from: until - MINUTE, until, n: 1, previous: null, schema: '', sealedTo: null },
    ...{ sha256: '', tables: countTables(rows) },
  },
  rows: async () => rows,
})

const sender = (value: string): BackupRow => ['setting', { key: 'sender', value }]

test.each([
  ['a run behind with its events read the settings after the backup', MINUTE, -MINUTE, 'new'],
  ['a run of the same second', 0, 0, 'new'],
  ['a run before the backup', -MINUTE, -MINUTE, 'of the backup'],
])('%s', async (_, at, until, holds) => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  db.exec(`insert into setting (key, value) values ('sender', 'of the backup')`)
  await applySet(db, aSet(BACKUP + at, BACKUP + until, [sender('new')]), BACKUP)
  expect(db.prepare(`select value from setting where key = 'sender'`).get()?.value).toBe(holds)
})

const signer = JSON.parse(newSecrets().RECEIPT_KEY)
const keys = { signers: [signer], backup: new Map(), identity: [], retired: new Set<string>() }
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A folder with one set, written at `at`, and an index that names others, too. */
const broughtDown = async (at: number, n: number, others: number[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'changes-'))
  mkdirSync(join(folder, 'changes'))
  const body = gzipSync('')
  const { head } = aSet(at, at, [])
  const line = await signRecord(signer, { ...head, n, sha256: hex(body) })
  const file = Buffer.concat([Buffer.from(`${line}\n`), body])
  writeFileSync(join(folder, head.key), file)
  const named = [...others.map((one) => changeKey(one, 'changes', '000000000')), head.key]
  const index = { until: at, previous: hex(file), keys: named }
  writeFileSync(join(folder, 'changes/index.json'), await signRecord(signer, index))
  return folder
}

test('after a quiet night the first set may be hours later: the one before the backup is on the index', async () => {
  const folder = await broughtDown(BACKUP + 3 * HOUR, 51, [BACKUP - HOUR])
  expect((await openChanges(folder, keys, BACKUP)).sets).toHaveLength(1)
  rmSync(folder, { recursive: true })
})

test.each([
  ['one that begins anew a day after the backup', 1, []],
  ['one whose beginning nobody names', 51, []],
  ['one that has lost a set between', 52, [BACKUP - HOUR, BACKUP + HOUR]],
])('changes with a gap are refused: %s', async (_, n, others) => {
  const folder = await broughtDown(BACKUP + 26 * HOUR, n, others)
  await expect(openChanges(folder, keys, BACKUP)).rejects.toThrow(said('changes with a gap'))
  rmSync(folder, { recursive: true })
})
