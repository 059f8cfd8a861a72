import {
  and,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  type InferSelectModel,
  inArray,
  ne,
  or,
  sql,
} from 'drizzle-orm'
import { LAST_BIN, median } from '../domain/figures/figures.ts'
import type { IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { assignment } from './schema/complaint.ts'
import { figure } from './schema/figure.ts'

export type FigureRow = Omit<InferSelectModel<typeof figure>, 'byAgency'>

// what staff oversee by is long, and no page of citizens reads it
const { byAgency: _, ...columns } = getTableColumns(figure)

type Histogram = 'answerDays' | 'closeDays' | Dated
type Dated = 'dueDays' | 'lateDueDays' | 'followUpDueDays' | 'promiseDueDays' | 'targetDueDays'

export const COUNT_CAP = 100

// an older version counted secret reports in agencies' rows, too: none is shown before it is mended
const ofTheRule = or(eq(figure.scope, 'city'), eq(figure.confidential, 0))

/**
 * And of earlier months in which something is still open: what is late may be older than all. An
 * agency that passed it on has none open there, and its lateness in the dates alone.
 */
export function figuresSince(db: Database, scope: string, month: string) {
  return db
    .select(columns)
    .from(figure)
    .where(
      and(
        eq(figure.scope, scope),
        ofTheRule,
        or(
          gte(figure.month, month),
          gt(figure.open, 0),
          ne(figure.dueDays, '{}'),
          ne(figure.lateDueDays, '{}'),
        ),
      ),
    )
    .orderBy(desc(figure.month))
}

export function figuresOfAll(db: Database, scopes: readonly string[], month: string) {
  return db
    .select(columns)
    .from(figure)
    .where(and(inArray(figure.scope, [...scopes]), ofTheRule, gte(figure.month, month)))
}

/**
 * Of the whole city, and of what stands still past the day until which the city decides. No case ranks
 * behind its due day, so they are found by rank, without an index of their own.
 */
export function overdueCount(db: Database, today: IsoDate) {
  const of = (bucket: 'work' | 'paused') => sql`
    select 1 as one from ${assignment} where open = 1 and role = 'lead' and bucket = ${sql.raw(`'${bucket}'`)}
      and rank_day < ${today} and due_day < ${today}`
  return db
    .select({ n: sql<number>`count(*)` })
    .from(sql`(${of('work')} union all ${of('paused')} limit ${COUNT_CAP + 1})`)
}

export interface Summary {
  received: number
  /** Filings handled with another's report; not among those received. */
  joined: number
  open: number
  closed: number
  disputed: number
  /** Ended late, or open past their date. */
  late: number
  /** Open past their date. */
  overdue: number
  /** First follow-ups owed, and those that came late or are open past their date. */
  followUps: number
  lateFollowUps: number
  /** Dates that an agency gave and whose day has told, and those of them that were kept. */
  promises: number
  keptPromises: number
  /** Public limits that have told, and those of them that were kept. */
  targets: number
  keptTargets: number
  /** Of those closed or withdrawn: by silence of somebody whom nobody could tell. */
  unheard: number
  /** Of those received: kept from the public. */
  confidential: number
  /** Over when they were brought here: in no other number. */
  imported: number
  /** Working days; 61 stands for 61 and more. */
  medianFirstAnswer: number | null
  medianClosing: number | null
  satisfaction: number | null
}

/** Medians come from the added histograms, so they are exact. */
export function summarize(rows: readonly FigureRow[], today: IsoDate): Summary {
  type Count =
    | 'received'
    | 'joined'
    | 'open'
    | 'closed'
    | 'disputed'
    | 'late'
    | 'unheard'
    | 'confidential'
    | 'imported'
    | 'ratings'
    | 'ratingSum'
    | 'followUps'
    | 'lateFollowUps'
    | 'promises'
    | 'keptPromises'
    | 'targets'
    | 'keptTargets'
  const sum = (name: Count) => rows.reduce((total, row) => total + row[name], 0)
  const ratings = sum('ratings')
  const newlyLate = pastDate(rows, 'dueDays', today)
  return {
    received: sum('received'),
    joined: sum('joined'),
    open: sum('open'),
    closed: sum('closed'),
    disputed: sum('disputed'),
    late: sum('late') + newlyLate,
    overdue: newlyLate + pastDate(rows, 'lateDueDays', today),
    followUps: sum('followUps'),
    lateFollowUps: sum('lateFollowUps') + pastDate(rows, 'followUpDueDays', today),
    promises: sum('promises') + pastDate(rows, 'promiseDueDays', today),
    keptPromises: sum('keptPromises'),
    targets: sum('targets') + pastDate(rows, 'targetDueDays', today),
    keptTargets: sum('keptTargets'),
    unheard: sum('unheard'),
    confidential: sum('confidential'),
    imported: sum('imported'),
    medianFirstAnswer: median(histogramOf(rows, 'answerDays')),
    medianClosing: median(histogramOf(rows, 'closeDays')),
    satisfaction: ratings === 0 ? null : sum('ratingSum') / ratings,
  }
}

function pastDate(rows: readonly FigureRow[], column: Dated, today: IsoDate): number {
  const past = binsIn(rows, column).filter(([day]) => day < today)
  // less than none only in a row that is yet to be counted by this rule
  return Math.max(
    0,
    past.reduce((sum, [, n]) => sum + n, 0),
  )
}

function histogramOf(rows: readonly FigureRow[], column: 'answerDays' | 'closeDays'): number[] {
  const counts = Array.from({ length: LAST_BIN + 1 }, () => 0)
  for (const [bin, n] of binsIn(rows, column)) counts[Number(bin)] = (counts[Number(bin)] ?? 0) + n
  return counts
}

function binsIn(rows: readonly FigureRow[], column: Histogram): [bin: string, n: number][] {
  return rows.flatMap((row) => Object.entries(JSON.parse(row[column]) as Record<string, number>))
}
