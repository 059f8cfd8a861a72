import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { CASE_TABLES, PLAIN_TABLES } from '../../src/db/dump.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'

const NAME = /^[a-z_][a-z0-9_]*$/

/** Inserts row by row, each statement prepared once. */
export function inserter(db: DatabaseSync, verb = 'insert'): (row: BackupRow) => void {
  const statements = new Map<string, StatementSync>()
  return ([table, row]) => {
    const columns = Object.keys(row)
    const odd = [table, ...columns].find((name) => !NAME.test(name))
    if (odd !== undefined) throw new Error(`The backup names ${JSON.stringify(odd)}`)
    const names = columns.map((column) => `"${column}"`).join(', ')
    const sql = `${verb} into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    statement.run(...Object.values(row))
  }
}

/** All or nothing. */
export function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec('begin')
  try {
    work()
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}

const TABLES = [...PLAIN_TABLES, ...CASE_TABLES]
const ROWS = 500

/** Every row of a restored database, as a backup would hold it. */
export function* rowsIn(db: DatabaseSync): Generator<BackupRow[]> {
  for (const table of TABLES) {
    let rows: BackupRow[] = []
    for (const row of db.prepare(`select * from "${table}"`).iterate()) {
      rows.push([table, row as BackupRow[1]])
      if (rows.length < ROWS) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  }
}

/** By table. */
export function countsIn(db: DatabaseSync): Record<string, number> {
  return Object.fromEntries(
    TABLES.map((table) => [
      table,
      Number(db.prepare(`select count(*) as n from "${table}"`).get()?.n),
    ]),
  )
}

/** Throws Error for the first table that does not hold what it should. */
export function checkCounts(
  expected: Record<string, number>,
  countOf: (table: string) => number,
): void {
  for (const [table, n] of Object.entries(expected)) {
    const found = countOf(table)
    if (found !== n) throw new Error(`${table} holds ${found} rows, the backup ${n}`)
  }
}
