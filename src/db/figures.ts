import { and, desc, eq, gte, type InferSelectModel, inArray, lt, sql } from 'drizzle-orm'
import { LAST_BIN, quantile } from '../domain/figures/figures.ts'
import type { IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { assignment, figure } from './schema/complaint.ts'

export type FigureRow = InferSelectModel<typeof figure>

export const COUNT_CAP = 100

export function figuresSince(db: Database, scope: string, month: string) {
  return db
    .select()
    .from(figure)
    .where(and(eq(figure.scope, scope), gte(figure.month, month)))
    .orderBy(desc(figure.month))
}

export function figuresOfAll(db: Database, scopes: readonly string[], month: string) {
  return db
    .select()
    .from(figure)
    .where(and(inArray(figure.scope, [...scopes]), gte(figure.month, month)))
}

/** No case ranks behind its due day, so they are found by rank, without an index of their own. */
export function overdueCount(db: Database, agencyId: number | null, today: IsoDate) {
  const late = db
    .select({ one: sql`1`.as('one') })
    .from(assignment)
    .where(
      and(
        ...(agencyId === null ? [] : [eq(assignment.agencyId, agencyId)]),
        eq(assignment.open, sql`1`),
        eq(assignment.role, sql`'lead'`),
        eq(assignment.bucket, sql`'work'`),
        lt(assignment.rankDay, today),
        lt(assignment.dueDay, today),
      ),
    )
    .limit(COUNT_CAP + 1)
    .as('late')
  return db.select({ n: sql<number>`count(*)` }).from(late)
}

export interface Summary {
  received: number
  /** Filings handled with another's report; not among those received. */
  joined: number
  open: number
  closed: number
  disputed: number
  confidential: number
  /** How many the medians and the satisfaction are made of. */
  answers: number
  closings: number
  ratings: number
  /** Working days; 61 stands for 61 and more. */
  medianFirstAnswer: number | null
  medianClosing: number | null
  satisfaction: number | null
}

/** Medians come from the added histograms, so they are exact. */
export function summarize(rows: readonly FigureRow[]): Summary {
  type Count =
    | 'received'
    | 'joined'
    | 'open'
    | 'closed'
    | 'disputed'
    | 'confidential'
    | 'ratings'
    | 'ratingSum'
  const sum = (name: Count) => rows.reduce((total, row) => total + row[name], 0)
  const ratings = sum('ratings')
  const answers = histogramOf(rows, 'answerDays')
  const closings = histogramOf(rows, 'closeDays')
  return {
    received: sum('received'),
    joined: sum('joined'),
    open: sum('open'),
    closed: sum('closed'),
    disputed: sum('disputed'),
    confidential: sum('confidential'),
    answers: total(answers),
    closings: total(closings),
    ratings,
    medianFirstAnswer: quantile(answers, 0.5),
    medianClosing: quantile(closings, 0.5),
    satisfaction: ratings === 0 ? null : sum('ratingSum') / ratings,
  }
}

function total(bins: number[]): number {
  return bins.reduce((sum, n) => sum + n, 0)
}

function histogramOf(rows: readonly FigureRow[], column: 'answerDays' | 'closeDays'): number[] {
  const counts = Array.from({ length: LAST_BIN + 1 }, () => 0)
  for (const row of rows)
    for (const [bin, n] of Object.entries(JSON.parse(row[column]) as Record<string, number>))
      counts[Number(bin)] = (counts[Number(bin)] ?? 0) + n
  return counts
}
