import { and, asc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { HANDLED_STATES } from '../domain/case/complaint.ts'
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

const START: ClockCursor = { dueDay: '', complaintId: 0 }

// spelled out, not bound: a partial index serves only a query that says its condition
const running = sql`clock.status = 'running'`

function behind({ dueDay, complaintId }: ClockCursor) {
  return sql`(clock.due_day, clock.complaint_id) > (${dueDay}, ${complaintId})`
}

const clockColumns = {
  complaintId: clock.complaintId,
  round: clock.round,
  dueDay: clock.dueDay,
  startDay: clock.startDay,
}

export function overdue(
  db: Database,
  kind: ClockKind,
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
        running,
        lt(clock.dueDay, today),
        behind(after),
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
  kind: (typeof LADDER_KINDS)[number],
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
        running,
        lt(clock.dueDay, today),
        behind(after),
        sql`clock.rung < ${rungReached(today)}`,
        isPromise(kind) ? sql`not ${outranked(kind)}` : undefined,
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

type Promised = (typeof PROMISES)[number]

function isPromise(kind: ClockKind): kind is Promised {
  return (PROMISES as readonly ClockKind[]).includes(kind)
}

/** The other of settle and decide runs out first, and is the one that is promised. */
function outranked(kind: Promised) {
  const [first, second] = PROMISES
  const [other, earlier] = kind === first ? [second, sql`<`] : [first, sql`<=`]
  return sql`exists (select 1 from clock o where o.complaint_id = clock.complaint_id
    and o.kind = ${other} and o.status = 'running' and o.due_day ${earlier} clock.due_day)`
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
        running,
        gte(clock.dueDay, from),
        lte(clock.dueDay, to),
        only ? eq(complaint.supervisory, true) : undefined,
        isPromise(kind)
          ? and(inArray(complaint.state, HANDLED_STATES), sql`not ${outranked(kind)}`)
          : undefined,
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

export function movable(db: Database, kind: ClockKind, after: ClockCursor, limit = 50) {
  return db
    .select(clockColumns)
    .from(clock)
    .where(and(eq(clock.kind, kind), running, behind(after)))
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)
}

export function standing(db: Database, after = 0, limit = 50) {
  return db
    .select({ complaintId: assignment.complaintId })
    .from(assignment)
    .where(
      and(
        sql`open = 1 and role = 'lead'`,
        eq(assignment.bucket, 'paused'),
        sql`rank_day is null`,
        gt(assignment.complaintId, after),
      ),
    )
    .orderBy(asc(assignment.complaintId))
    .limit(limit)
}
