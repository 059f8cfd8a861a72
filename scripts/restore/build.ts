import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Rows } from '../../src/db/history.ts'
import { loadHistory } from '../../src/db/history.ts'
import { dateOf } from '../../src/domain/time/time.ts'
import { type HistoryFinding, verifyHistory } from '../../src/seal/history-check.ts'
import type { Backup } from './read.ts'

/**
 * Fills an empty migrated database with a backup, in one transaction; triggers fill the search.
 * Throws Error when it ends up with other counts than the manifest names.
 */
export function fill(db: DatabaseSync, backup: Backup): void {
  db.exec('begin')
  try {
    const statements = new Map<string, StatementSync>()
    for (const rows of backup.parts()) {
      for (const [table, row] of rows) {
        const columns = Object.keys(row)
        const sql = insertOf(table, columns)
        const statement = statements.get(sql) ?? db.prepare(sql)
        statements.set(sql, statement)
        statement.run(...Object.values(row))
      }
    }
    checkCounts(backup.manifest.tables, (table) => {
      const row = db.prepare(`select count(*) as n from "${table}"`).get()
      return Number(row?.n)
    })
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}

const NAME = /^[a-z_]+$/

function insertOf(table: string, columns: string[]): string {
  const odd = [table, ...columns].find((name) => !NAME.test(name))
  if (odd !== undefined) throw new Error(`The backup names ${JSON.stringify(odd)}`)
  const names = columns.map((column) => `"${column}"`).join(', ')
  return `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`
}

/** Throws Error for the first table that does not hold what the manifest says. */
export function checkCounts(
  expected: Record<string, number>,
  countOf: (table: string) => number,
): void {
  for (const [table, n] of Object.entries(expected)) {
    const found = countOf(table)
    if (found !== n) throw new Error(`${table} holds ${found} rows, the backup ${n}`)
  }
}

/** What the history check finds in a database file. */
export function historyOf(db: DatabaseSync): Promise<HistoryFinding[]> {
  const rows: Rows = async <T>(sql: string, ...values: (string | number)[]) =>
    db.prepare(sql).all(...values) as T[]
  const offset = db.prepare(`select value from setting where key = 'offset'`).get()?.value ?? 420
  return loadHistory(rows).then((history) =>
    verifyHistory({ ...history, dayOf: (at) => dateOf(at, Number(offset)) }),
  )
}
