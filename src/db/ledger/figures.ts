import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Decision } from '../../domain/case/command.ts'
import { type Contribution, difference, type Metrics } from '../../domain/figures/figures.ts'
import type { Database } from '../database.ts'
import { figure } from '../schema/figure.ts'
import type { Statement } from './statement.ts'

const COUNTS = {
  received: 'received',
  joined: 'joined',
  open: 'open',
  closed: 'closed',
  disputed: 'disputed',
  late: 'late',
  referred: 'referred',
  archived: 'archived',
  withdrawn: 'withdrawn',
  imported: 'imported',
  unheard: 'unheard',
  confidential: 'confidential',
  ratings: 'ratings',
  rating_sum: 'ratingSum',
  follow_ups: 'followUps',
  late_follow_ups: 'lateFollowUps',
  promises: 'promises',
  kept_promises: 'keptPromises',
  targets: 'targets',
  kept_targets: 'keptTargets',
} as const

type Count = keyof typeof COUNTS

const HISTOGRAMS = [
  ['answer', 'answerDays'],
  ['close', 'closeDays'],
  ['due', 'dueDays'],
  ['due_late', 'lateDueDays'],
  ['follow_up_due', 'followUpDueDays'],
  ['promise_due', 'promiseDueDays'],
  ['target_due', 'targetDueDays'],
  ['agency', 'byAgency'],
] as const

export function figureRows(db: Database, { before, after }: Decision): Statement[] {
  return difference(before, after).map((row) => addFigures(db, row))
}

export function addFigures(db: Database, contribution: Contribution): Statement {
  const { metrics } = contribution
  const set: Record<string, SQL> = {}
  for (const name of Object.keys(COUNTS) as Count[]) {
    const n = metrics[name]
    if (n !== undefined) set[COUNTS[name]] = sql`${figure[COUNTS[name]]} + ${n}`
  }
  for (const [kind, column] of HISTOGRAMS) {
    const counted = bins(metrics, kind)
    if (counted.length > 0) set[column] = added(figure[column], counted)
  }
  return db
    .insert(figure)
    .values(figureRow(contribution))
    .onConflictDoUpdate({ target: [figure.scope, figure.month], set })
}

/** As it stands where nothing was counted before. */
export function figureRow({ scope, month, metrics }: Contribution): typeof figure.$inferInsert {
  const values: Partial<Record<string, number | string>> = {}
  for (const name of Object.keys(COUNTS) as Count[]) {
    const n = metrics[name]
    if (n !== undefined) values[COUNTS[name]] = n
  }
  for (const [kind, column] of HISTOGRAMS) {
    const counted = bins(metrics, kind)
    if (counted.length > 0) values[column] = JSON.stringify(Object.fromEntries(counted))
  }
  return { scope, month, ...values }
}

type Bin = [bin: string, count: number]

function bins(metrics: Metrics, kind: (typeof HISTOGRAMS)[number][0]): Bin[] {
  return Object.entries(metrics).flatMap(([name, n]): Bin[] =>
    name.startsWith(`${kind}:`) ? [[name.slice(kind.length + 1), n ?? 0]] : [],
  )
}

/**
 * A bin that falls to nothing leaves the row: days that are over would gather in it. All bins are one
 * value, since a statement takes a hundred at most.
 */
function added(column: SQLiteColumn, counts: Bin[]): SQL {
  const given = JSON.stringify(Object.fromEntries(counts))
  return sql`json_patch(${column}, (select json_group_object(key,
    nullif(coalesce(json_extract(${column}, '$."' || key || '"'), 0) + value, 0))
    from json_each(${given})))`
}
