import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrate } from '../../scripts/restore/migrate.ts'
import { applySet } from '../../scripts/restore/roll-forward.ts'
import { countTables } from '../../src/db/sealed-rows.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { changeKey } from '../../src/domain/city/changes.ts'
import { MINUTE } from '../../src/domain/time/time.ts'

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
