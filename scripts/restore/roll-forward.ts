import type { DatabaseSync } from 'node:sqlite'
import { ADDED, CITY_TABLES } from '../../src/db/changes.ts'
import { CASE_TABLES } from '../../src/db/dump.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { type ChangeKind, isReadAfter } from '../../src/domain/city/changes.ts'
import type { Instant } from '../../src/domain/time/time.ts'
import type { OpenSet } from './changes.ts'
import { inserter, inTransaction } from './rows.ts'

const LETTERS: ReadonlySet<string> = new Set(['outbox', 'delivery'])
/** Rows of a report that its events vouch for: the ones with the higher version are the newer ones. */
const VERSIONED = CASE_TABLES.filter((table) => !LETTERS.has(table))

/** Brings one set of changes into the database. `startedAt`: when its backup began. */
export async function applySet(db: DatabaseSync, set: OpenSet, startedAt: Instant): Promise<void> {
  const rows = await set.rows()
  const byTable = Map.groupBy(rows, ([table]) => table)
  const of = (table: string) => byTable.get(table) ?? []
  inTransaction(db, () => {
    if (isReadAfter(set.head, startedAt))
      for (const table of CITY_TABLES)
        if (table in set.head.tables) replaceTable(db, table, of(table))
    const newer = newerReports(db, of('complaint'), set.head.kind)
    for (const id of newer) dropReport(db, id)
    const insert = inserter(db)
    for (const table of VERSIONED)
      for (const row of of(table)) if (newer.has(reportOf(row))) insert(row)
    const keep = inserter(db, 'insert or ignore')
    for (const table of ADDED) for (const row of of(table)) keep(row)
    for (const row of of('outbox')) replaceLetter(db, row)
    for (const row of of('delivery')) replaceDelivery(db, row)
  })
}

function replaceTable(db: DatabaseSync, table: string, rows: readonly BackupRow[]): void {
  db.exec(`delete from "${table}" ${table === 'setting' ? `where key not like '%:%'` : ''}`)
  const insert = inserter(db)
  for (const row of rows) insert(row)
}

/** An erasure is of reports that are there: one that came after all that is restored would stand alone. */
function newerReports(
  db: DatabaseSync,
  complaints: readonly BackupRow[],
  kind: ChangeKind,
): Set<number> {
  const version = db.prepare('select version from complaint where id = ?')
  return new Set(
    complaints
      .filter(([, row]) => {
        const stored = version.get(row.id ?? null)?.version
        if (stored === undefined) return kind === 'changes'
        return Number(stored) < Number(row.version)
      })
      .map(([, row]) => Number(row.id)),
  )
}

function reportOf([table, row]: BackupRow): number {
  return Number(table === 'complaint' ? row.id : row.complaint_id)
}

function dropReport(db: DatabaseSync, id: number): void {
  for (const table of VERSIONED)
    db.prepare(
      `delete from "${table}" where ${table === 'complaint' ? 'id' : 'complaint_id'} = ?`,
    ).run(id)
}

/** What is done, dead or cancelled is never brought back to waiting. */
function replaceLetter(db: DatabaseSync, row: BackupRow): void {
  const stored = db.prepare('select state from outbox where id = ?').get(row[1].id ?? null)
  if (stored && stored.state !== 'waiting') return
  inserter(db, 'insert or replace')(row)
}

/** What was sent stays sent. */
function replaceDelivery(db: DatabaseSync, row: BackupRow): void {
  const { outbox_id = null, recipient = null, channel = null, reference } = row[1]
  const stored = db
    .prepare('select reference from delivery where outbox_id = ? and recipient = ? and channel = ?')
    .get(outbox_id, recipient, channel)
  if (stored && stored.reference !== null && reference === null) return
  inserter(db, 'insert or replace')(row)
}
