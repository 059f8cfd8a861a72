import { and, asc, eq, gt, gte, inArray, lt, max, or, sql } from 'drizzle-orm'
import {
  type Contribution,
  contribution,
  type Metrics,
  mergeContributions,
} from '../domain/figures/figures.ts'
import type { CountedEvent } from '../domain/figures/figures-from-events.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { clock, complaint, event } from './schema/complaint.ts'
import { figure } from './schema/figure.ts'

/** Day 0 of its reports lies in the month. */
export interface Recount extends MonthOfReports {
  agencyId: number
}

export interface MonthOfReports {
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

type Binned =
  | 'answer'
  | 'close'
  | 'due'
  | 'due_late'
  | 'follow_up_due'
  | 'promise_due'
  | 'target_due'
  | 'agency'

/** Zeros left out. */
export function metricsOf(row: typeof figure.$inferSelect | null): Metrics {
  if (!row) return {}
  const {
    scope: _s,
    month: _m,
    answerDays,
    closeDays,
    dueDays,
    lateDueDays,
    followUpDueDays,
    promiseDueDays,
    targetDueDays,
    byAgency,
    ratingSum,
    followUps,
    lateFollowUps,
    keptPromises,
    keptTargets,
    ...counts
  } = row
  const bins = (kind: Binned, json: string) =>
    Object.entries(JSON.parse(json) as Record<string, number>).map(
      ([bin, n]) => [`${kind}:${bin}`, n] as const,
    )
  const all = [
    ...Object.entries({
      ...{ ...counts, rating_sum: ratingSum },
      ...{ follow_ups: followUps, late_follow_ups: lateFollowUps },
      ...{ kept_promises: keptPromises, kept_targets: keptTargets },
    }),
    ...bins('answer', answerDays),
    ...bins('close', closeDays),
    ...bins('due', dueDays),
    ...bins('due_late', lateDueDays),
    ...bins('follow_up_due', followUpDueDays),
    ...bins('promise_due', promiseDueDays),
    ...bins('target_due', targetDueDays),
    ...bins('agency', byAgency),
  ]
  return Object.fromEntries(all.filter(([, n]) => n !== 0)) as Metrics
}

export function figuresIn(db: Database, month: string) {
  return db.select().from(figure).where(eq(figure.month, month)).orderBy(asc(figure.scope))
}

/** The latest month before another that has figures. */
export async function monthBefore(db: Database, month: string): Promise<string | null> {
  const [row] = await db
    .select({ month: max(figure.month) })
    .from(figure)
    .where(lt(figure.month, month))
  return row?.month ?? null
}

export function reportsOf(
  db: Database,
  r: MonthOfReports & { agencyId?: number },
  after = r.ids[0] - 1,
  limit = PAGE,
) {
  return db
    .select()
    .from(complaint)
    .where(
      and(
        gt(complaint.id, after),
        lt(complaint.id, r.ids[1]),
        r.agencyId === undefined ? undefined : countsFor(r.agencyId),
        sql`substr(${complaint.dayZero}, 1, 7) = ${r.month}`,
      ),
    )
    .orderBy(asc(complaint.id))
    .limit(limit)
}

/** Its own, and what it let run out before another had it. */
function countsFor(agencyId: number) {
  return or(
    eq(complaint.leadAgencyId, agencyId),
    sql`exists (select 1 from clock where complaint_id = ${complaint.id} and clock.agency_id = ${agencyId})`,
  )
}

export async function recountReports(db: Database, r: Recount): Promise<Metrics> {
  const counted = await recountScopes(db, r)
  return counted.find(({ scope }) => scope === `agency:${r.agencyId}`)?.metrics ?? {}
}

/** Every row to which reports of the month add, or those of one agency. */
export async function recountScopes(
  db: Database,
  r: MonthOfReports & { agencyId?: number },
): Promise<Contribution[]> {
  let sum: Contribution[] = []
  for (let page = await reportsOf(db, r); page.length > 0; ) {
    const rows = await contributionsOf(db, page)
    sum = mergeContributions([...sum, ...rows])
    page = await reportsOf(db, r, page.at(-1)?.id)
  }
  return sum
}

async function contributionsOf(db: Database, page: ComplaintRow[]): Promise<Contribution[]> {
  const ids = JSON.stringify(page.map(({ id }) => id))
  const clocks = await db
    .select()
    .from(clock)
    .where(inArray(clock.complaintId, sql`(select value from json_each(${ids}))`))
    .orderBy(asc(clock.complaintId), asc(clock.kind), asc(clock.round))
  const byComplaint = Map.groupBy(clocks, ({ complaintId }) => complaintId)
  return page.flatMap((row) => contribution(toComplaint(row, byComplaint.get(row.id) ?? [])))
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
      secret: sql`${event.type} in ('file', 'import', 'route') and (
        coalesce(json_extract(${event.facts}, '$.confidential'), 0)
        or coalesce(json_extract(${event.facts}, '$.supervisory'), 0)
        or json_extract(${event.facts}, '$.sensitive') is not null)`.mapWith(Boolean),
      undone: sql<number | null>`json_extract(${event.facts}, '$.undone')`,
    })
    .from(event)
    .where(
      and(
        gte(event.complaintId, ids[0] ?? 0),
        inArray(event.complaintId, sql`(select value from json_each(${JSON.stringify(ids)}))`),
        // day 0 is that of the filing, or of the last calendar that moved it
        sql`(select substr(json_extract(f.facts, '$.dayZero'), 1, 7) from event f
          where f.complaint_id = ${event.complaintId} and f.type in ('file', 'import', 'recompute')
          order by f.seq desc limit 1) = ${r.month}`,
      ),
    )
    .orderBy(asc(event.complaintId), asc(event.seq))
}
