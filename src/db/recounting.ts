import { and, asc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import {
  type Contribution,
  contribution,
  type Metrics,
  mergeContributions,
} from '../domain/figures/figures.ts'
import type { CountedEvent } from '../domain/figures/figures-from-events.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { complaint, event, figure } from './schema/complaint.ts'

/** Day 0 of its reports lies in the month. */
export interface Recount {
  agencyId: number
  /** 'YYYY-MM'. */
  month: string
  /** Ids between which every such report lies: ids follow the time of receipt. */
  ids: readonly [number, number]
}

const PAGE = 200

export async function figureOf(db: Database, scope: string, month: string) {
  return (
    (
      await db
        .select()
        .from(figure)
        .where(and(eq(figure.scope, scope), eq(figure.month, month)))
    )[0] ?? null
  )
}

/** Zeros left out. */
export function metricsOf(row: typeof figure.$inferSelect | null): Metrics {
  if (!row) return {}
  const { scope: _s, month: _m, answerDays, closeDays, ratingSum, ...counts } = row
  const bins = (kind: 'answer' | 'close', json: string) =>
    Object.entries(JSON.parse(json) as Record<string, number>).map(
      ([bin, n]) => [`${kind}:${bin}`, n] as const,
    )
  const all = [
    ...Object.entries({ ...counts, rating_sum: ratingSum }),
    ...bins('answer', answerDays),
    ...bins('close', closeDays),
  ]
  return Object.fromEntries(all.filter(([, n]) => n !== 0)) as Metrics
}

export function reportsOf(db: Database, r: Recount, after = r.ids[0] - 1, limit = PAGE) {
  return db
    .select()
    .from(complaint)
    .where(
      and(
        gt(complaint.id, after),
        lt(complaint.id, r.ids[1]),
        eq(complaint.leadAgencyId, r.agencyId),
        sql`substr(${complaint.dayZero}, 1, 7) = ${r.month}`,
      ),
    )
    .orderBy(asc(complaint.id))
    .limit(limit)
}

export async function recountReports(db: Database, r: Recount): Promise<Metrics> {
  const scope = `agency:${r.agencyId}`
  let sum: Contribution[] = []
  for (let page = await reportsOf(db, r); page.length > 0; ) {
    const rows = page.flatMap((row: ComplaintRow) => contribution(toComplaint(row, [])))
    sum = mergeContributions([...sum, ...rows.filter((row) => row.scope === scope)])
    page = await reportsOf(db, r, page.at(-1)?.id)
  }
  return sum[0]?.metrics ?? {}
}

/** By their events alone. */
export function heldReports(db: Database, r: Recount, after = r.ids[0] - 1, limit = PAGE) {
  return db
    .selectDistinct({ id: event.complaintId })
    .from(event)
    .where(
      and(
        gt(event.complaintId, after),
        lt(event.complaintId, r.ids[1]),
        eq(event.agencyId, r.agencyId),
      ),
    )
    .orderBy(asc(event.complaintId))
    .limit(limit)
}

export async function historiesOf(db: Database, r: Recount): Promise<CountedEvent[][]> {
  const histories: CountedEvent[][] = []
  for (let held = await heldReports(db, r); held.length > 0; ) {
    const ids = held.map(({ id }) => id)
    const events = await eventsOf(db, r, ids)
    histories.push(...Map.groupBy(events, (e) => e.complaintId).values())
    held = await heldReports(db, r, ids.at(-1))
  }
  return histories
}

function eventsOf(db: Database, r: Recount, ids: readonly number[]) {
  return db
    .select({
      complaintId: event.complaintId,
      seq: event.seq,
      type: event.type,
      stateAfter: event.stateAfter,
      agencyId: event.agencyId,
      score: sql<number | null>`json_extract(${event.facts}, '$.score')`,
    })
    .from(event)
    .where(
      and(
        gte(event.complaintId, ids[0] ?? 0),
        inArray(event.complaintId, sql`(select value from json_each(${JSON.stringify(ids)}))`),
        sql`exists (select 1 from event f where f.complaint_id = ${event.complaintId} and f.seq = 1
          and substr(json_extract(f.facts, '$.dayZero'), 1, 7) = ${r.month})`,
      ),
    )
    .orderBy(asc(event.complaintId), asc(event.seq))
}
