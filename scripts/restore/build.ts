import { DatabaseSync } from 'node:sqlite'
import { loadHistory, type Rows } from '../../src/db/history.ts'
import { figureRow } from '../../src/db/ledger/figures.ts'
import { PUBLISH_CITY } from '../../src/db/publish-city.ts'
import { HELD, HOLD_LETTERS } from '../../src/db/restored.ts'
import { figure } from '../../src/db/schema/figure.ts'
import { countedAnew, differingFigures } from '../../src/db/standing-figures.ts'
import { dateOf, type Instant } from '../../src/domain/time/time.ts'
import { type HistoryFinding, verifyHistory } from '../../src/seal/history-check.ts'
import { storedRows } from '../sql.ts'
import { type Changes, isAfter } from './changes.ts'
import { migrations } from './migrate.ts'
import type { Backup } from './read.ts'
import { applySet } from './roll-forward.ts'
import { checkCounts, countsIn, inserter, inTransaction } from './rows.ts'
import { countSurveys } from './survey-sums.ts'

export interface Built {
  db: DatabaseSync
  /** What is filed later than this is lost. */
  until: Instant
  sets: number
  /** The backup is older than the changes that are kept: the sets are erasures, and nothing else. */
  outOfReach: boolean
  /** Reports whose words were erased after the backup was made: they do not come back. */
  erased: number
  heldLetters: number
}

/**
 * A database of its own in memory: the backup, then each set of changes, then what a restored city
 * needs before anything is served: letters held, figures counted, nothing to be changed. Triggers
 * fill the search. Throws Error in words where it does not become what the manifest says.
 */
export async function build(
  backup: Backup,
  changes: Changes,
  now: Instant,
  file = ':memory:',
): Promise<Built> {
  const db = new DatabaseSync(file)
  const migrateTo = migrations(db)
  migrateTo(backup.manifest.schema || undefined)
  await fill(db, backup)
  const { startedAt } = backup.manifest
  const wordless = wordlessIn(db)
  const after = changes.sets.filter((set) => isAfter(set, startedAt))
  for (const set of after) {
    migrateTo(set.head.schema)
    await applySet(db, set, startedAt)
  }
  migrateTo()
  await countFigures(db)
  countSurveys(db)
  const until = Math.max(changes.until ?? 0, startedAt)
  db.exec(HOLD_LETTERS)
  setReadOnly(db, { until, at: now })
  return {
    ...{ db, until, sets: after.length, outOfReach: changes.outOfReach ?? false },
    erased: wordlessIn(db) - wordless,
    heldLetters: numberOf(db, `select count(*) as n from outbox where ${HELD}`),
  }
}

/** Throws Error when it ends up with other counts than the manifest names. */
async function fill(db: DatabaseSync, { manifest, parts }: Backup): Promise<void> {
  for await (const rows of parts()) {
    const insert = inserter(db)
    inTransaction(db, () => {
      for (const row of rows) insert(row)
    })
  }
  const counts = countsIn(db)
  checkCounts(manifest.tables, (table) => counts[table] ?? 0)
}

/** Sets of changes hold reports, not sums: those are counted from the reports that are there now. */
async function countFigures(db: DatabaseSync): Promise<void> {
  if ((await differingFigures(rowsOf(db))).length === 0) return
  const counted = await countedAnew(rowsOf(db))
  const insert = inserter(db)
  inTransaction(db, () => {
    db.exec('delete from figure')
    for (const one of counted)
      for (const row of storedRows(figure, [figureRow(one)]))
        insert(['figure', row as Record<string, string | number | null>])
  })
}

function setReadOnly(db: DatabaseSync, restored: { until: Instant; at: Instant }): void {
  const set = db.prepare(
    'insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  )
  set.run('readOnly', 'true')
  set.run('restored', JSON.stringify(restored))
  db.exec(PUBLISH_CITY)
}

function wordlessIn(db: DatabaseSync): number {
  return numberOf(db, 'select count(*) as n from complaint where text is null')
}

function numberOf(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.n)
}

function rowsOf(db: DatabaseSync): Rows {
  return async <T>(sql: string, ...values: (string | number)[]) =>
    db.prepare(sql).all(...values) as T[]
}

/** What the history check finds in a database file. */
export function historyOf(db: DatabaseSync): Promise<HistoryFinding[]> {
  const offset = db.prepare(`select value from setting where key = 'offset'`).get()?.value ?? 420
  return loadHistory(rowsOf(db)).then((history) =>
    verifyHistory({ ...history, dayOf: (at) => dateOf(at, Number(offset)) }),
  )
}
