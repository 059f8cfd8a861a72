import { and, asc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { HANDLED_STATES } from '../domain/case/complaint.ts'
import { UNHEARD_DAYS } from '../domain/case/heard.ts'
import type { ClockKind } from '../domain/time/clocks.ts'
import { PROMISES } from '../domain/time/due.ts'
import { type LADDER_KINDS, RUNG_DAYS } from '../domain/time/ladder.ts'
import { addDays, type IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { assignment, clock, complaint } from './schema/complaint.ts'

export interface ClockCursor {
  dueDay: IsoDate
  complaintId: number
}

export interface Overdue extends ClockCursor {
  heard: boolean
}

const START: ClockCursor = { dueDay: '', complaintId: 0 }

// spelled out, not bound: a partial index serves only a query that says its condition
const watched = sql`clock.watched = 1`

function behind({ dueDay, complaintId }: ClockCursor) {
  return sql`(clock.due_day, clock.complaint_id) > (${dueDay}, ${complaintId})`
}

const clockColumns = {
  complaintId: clock.complaintId,
  round: clock.round,
  dueDay: clock.dueDay,
  startDay: clock.startDay,
}

const ASKS = { completion: ['ask'], silence: ['propose_closure', 'approve_closure'] } as const

/** Opened since it was asked, or told by a letter whose address is not known to be dead. */
function heardOf(kind: keyof typeof ASKS): SQL {
  const asked = (what: 'at' | 'seq') =>
    sql`(select max(e.${sql.raw(what)}) from event e where e.complaint_id = clock.complaint_id
      and e.type in (${sql.join(
        [...ASKS[kind]].map((type) => sql`${type}`),
        sql`, `,
      )}))`
  return sql`(exists (select 1 from complaint c where c.id = clock.complaint_id
      and c.opened_at >= ${asked('at')})
    or exists (select 1 from outbox o
      where o.dedupe between clock.complaint_id || ':' and clock.complaint_id || ';'
      and o.recipient = 'reporter' and o.reached = 'told' and o.seq >= ${asked('seq')}
      and not exists (select 1 from identity i
        where i.complaint_id = o.complaint_id and i.email_failed_at is not null)))`
}

export function overdue(
  db: Database,
  kind: keyof typeof ASKS,
  today: IsoDate,
  after: ClockCursor = START,
  limit = 50,
) {
  const heard = heardOf(kind)
  return db
    .select({ ...clockColumns, heard: heard.mapWith(Boolean) })
    .from(clock)
    .where(
      and(
        eq(clock.kind, kind),
        watched,
        lt(clock.dueDay, today),
        behind(after),
        or(heard, lt(clock.since, addDays(today, -UNHEARD_DAYS))),
        // no timer ends a supervisory case
        sql`not exists (select 1 from complaint c where c.id = clock.complaint_id and c.supervisory)`,
      ),
    )
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)
}

/** Calendar days, so that no agency's calendar is later than this; the rule itself decides. */
export function climbing(
  db: Database,
  kind: (typeof LADDER_KINDS)[number] | 'explain',
  today: IsoDate,
  after: ClockCursor = START,
  limit = 50,
) {
  return db
    .select(clockColumns)
    .from(clock)
    .where(
      and(
        eq(clock.kind, kind),
        watched,
        lt(clock.dueDay, today),
        behind(after),
        sql`clock.rung < ${rungReached(today)}`,
      ),
    )
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)
}

function rungReached(today: IsoDate): SQL {
  const steps = RUNG_DAYS.map(
    (days, i) => sql`when clock.due_day <= ${addDays(today, -days)} then ${sql.raw(`${i + 1}`)}`,
  )
  return sql`case ${sql.join(steps.slice(1).reverse(), sql` `)} else 1 end`
}

function isPromise(kind: ClockKind): boolean {
  return (PROMISES as readonly ClockKind[]).includes(kind)
}

/** Clocks of a kind due within [from, to] about which no letter of that name was written yet. */
export function unreminded(
  db: Database,
  kind: ClockKind,
  name: string,
  [from, to]: readonly [IsoDate, IsoDate],
  limit = 50,
  only: 'supervisory' | null = null,
) {
  return db
    .select({
      ...clockColumns,
      agencyId: complaint.leadAgencyId,
      state: complaint.state,
    })
    .from(clock)
    .innerJoin(complaint, eq(complaint.id, clock.complaintId))
    .where(
      and(
        eq(clock.kind, kind),
        watched,
        gte(clock.dueDay, from),
        lte(clock.dueDay, to),
        only ? eq(complaint.supervisory, true) : undefined,
        isPromise(kind) ? inArray(complaint.state, HANDLED_STATES) : undefined,
        sql`not exists (select 1 from outbox where outbox.dedupe = 'clock|' || clock.complaint_id
          || '|' || clock.kind || '|' || clock.round || '|' || clock.due_day || '|' || ${name})`,
      ),
    )
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)
}

/** The dedupe key that `unreminded` looks for. */
export function reminderKey(
  c: { complaintId: number; round: number; dueDay: IsoDate },
  kind: ClockKind,
  name: string,
): string {
  return `clock|${c.complaintId}|${kind}|${c.round}|${c.dueDay}|${name}`
}

export function provisional(db: Database, lastDay: IsoDate, after = 0, limit = 50) {
  return db
    .selectDistinct({ complaintId: clock.complaintId })
    .from(clock)
    .where(
      and(
        sql`provisional = 1 and status in ('running','paused')`,
        gt(clock.complaintId, after),
        lte(clock.dueDay, lastDay),
      ),
    )
    .orderBy(asc(clock.complaintId))
    .limit(limit)
}

export interface PlaceCursor {
  bucket: Bucket
  rankDay: IsoDate | null
  complaintId: number
}

const BUCKETS = ['work', 'paused', 'confirm'] as const
type Bucket = (typeof BUCKETS)[number]

/** Every open case once, bucket by bucket in the order of rank, those without one first. */
export async function openCases(
  db: Database,
  after: PlaceCursor = { bucket: BUCKETS[0], rankDay: null, complaintId: 0 },
  limit = 50,
): Promise<PlaceCursor[]> {
  const { bucket, rankDay } = after
  const rows = (await openPlaces(db, after, limit)) as PlaceCursor[]
  if (rows.length === limit) return rows
  const next = rankDay === null ? { bucket, rankDay: '', complaintId: 0 } : nextBucket(bucket)
  return next ? [...rows, ...(await openCases(db, next, limit - rows.length))] : rows
}

function nextBucket(bucket: Bucket): PlaceCursor | null {
  const next = BUCKETS[BUCKETS.indexOf(bucket) + 1]
  return next ? { bucket: next, rankDay: null, complaintId: 0 } : null
}

function behindPlace(rankDay: IsoDate | null, id: number): SQL {
  return rankDay === null
    ? sql`rank_day is null and complaint_id > ${id}`
    : sql`(rank_day, complaint_id) > (${rankDay}, ${id})`
}

/** In the same bucket, and with a rank where the one before had one. */
export function openPlaces(db: Database, after: PlaceCursor, limit: number) {
  const behindIt = behindPlace(after.rankDay, after.complaintId)
  return db
    .select({
      bucket: assignment.bucket,
      rankDay: assignment.rankDay,
      complaintId: assignment.complaintId,
    })
    .from(assignment)
    .where(and(sql`open = 1 and role = 'lead'`, eq(assignment.bucket, after.bucket), behindIt))
    .orderBy(asc(assignment.rankDay), asc(assignment.complaintId))
    .limit(limit)
}
