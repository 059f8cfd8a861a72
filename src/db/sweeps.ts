import {
  and,
  asc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ClockKind } from '../domain/clocks.ts'
import type { State } from '../domain/complaint.ts'
import { addDays, type Instant, type IsoDate } from '../domain/time.ts'
import type { Database } from './database.ts'
import { VERIFIER_DESK } from './ledger/assignments.ts'
import { counter } from './schema/city.ts'
import { assignment, clock, complaint } from './schema/complaint.ts'
import { attachment, filing } from './schema/filing.ts'

/** Where a sweep over running clocks of one kind goes on. */
export interface ClockCursor {
  dueDay: IsoDate
  complaintId: number
}

const START: ClockCursor = { dueDay: '', complaintId: 0 }

// spelled out, not bound: a partial index serves only a query that says its condition
const running = sql`clock.status = 'running'`

const behind = ({ dueDay, complaintId }: ClockCursor) =>
  sql`(clock.due_day, clock.complaint_id) > (${dueDay}, ${complaintId})`

const clockColumns = {
  complaintId: clock.complaintId,
  round: clock.round,
  dueDay: clock.dueDay,
  startDay: clock.startDay,
}

/** Complaints whose clock of a kind ran out before a day, longest ago first. */
export const overdue = (
  db: Database,
  kind: ClockKind,
  today: IsoDate,
  after: ClockCursor = START,
  limit = 50,
) =>
  db
    .select(clockColumns)
    .from(clock)
    .where(and(eq(clock.kind, kind), running, lt(clock.dueDay, today), behind(after)))
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)

/**
 * Overdue clocks that may have a rung to climb. The days are calendar days, so that no calendar
 * is later than this; the rule itself decides. Of settle and decide only the earlier one counts.
 */
export const climbing = (
  db: Database,
  kind: 'verify' | 'settle' | 'decide',
  today: IsoDate,
  after: ClockCursor = START,
  limit = 50,
) => {
  const reached = sql`case when clock.due_day <= ${addDays(today, -5)} then 3
    when clock.due_day <= ${addDays(today, -3)} then 2 else 1 end`
  return db
    .select(clockColumns)
    .from(clock)
    .where(
      and(
        eq(clock.kind, kind),
        running,
        lt(clock.dueDay, today),
        behind(after),
        sql`clock.rung < ${reached}`,
        kind === 'verify' ? undefined : sql`not ${outranked(kind)}`,
      ),
    )
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)
}

/** The other of settle and decide runs out first, and is the one that is promised. */
const outranked = (kind: 'settle' | 'decide') => {
  const other = kind === 'settle' ? 'decide' : 'settle'
  const earlier = kind === 'settle' ? sql`<` : sql`<=`
  return sql`exists (select 1 from clock o where o.complaint_id = clock.complaint_id
    and o.kind = ${other} and o.status = 'running' and o.due_day ${earlier} clock.due_day)`
}

/** Clocks of a kind due within [from, to] about which no letter of that name was written yet. */
export const unreminded = (
  db: Database,
  kind: ClockKind,
  name: string,
  [from, to]: readonly [IsoDate, IsoDate],
  limit = 50,
) =>
  db
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
        kind === 'settle' || kind === 'decide'
          ? and(inArray(complaint.state, ['routed', 'in_progress']), sql`not ${outranked(kind)}`)
          : undefined,
        sql`not exists (select 1 from outbox where outbox.dedupe = 'clock|' || clock.complaint_id
          || '|' || clock.kind || '|' || clock.round || '|' || clock.due_day || '|' || ${name})`,
      ),
    )
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)

/** The dedupe key that `unreminded` looks for. */
export const reminderKey = (
  c: { complaintId: number; round: number; dueDay: IsoDate },
  kind: ClockKind,
  name: string,
): string => `clock|${c.complaintId}|${kind}|${c.round}|${c.dueDay}|${name}`

/** Complaints with a provisional due day in a year that is loaded by now. */
export const provisional = (db: Database, lastDay: IsoDate, after = 0, limit = 50) =>
  db
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

/** Running clocks of a kind that are due on or after a day: what an amended calendar may move. */
export const movable = (db: Database, kind: ClockKind, after: ClockCursor, limit = 50) =>
  db
    .select(clockColumns)
    .from(clock)
    .where(and(eq(clock.kind, kind), running, behind(after)))
    .orderBy(asc(clock.dueDay), asc(clock.complaintId))
    .limit(limit)

/** Complaints whose clocks stand still, by id. */
export const standing = (db: Database, after = 0, limit = 50) =>
  db
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

const GONE = ['withdrawn', 'archived', 'referred'] as const satisfies readonly State[]

const root = alias(complaint, 'root')

/** Where a walk over the reports joined under others goes on. */
export interface MemberCursor {
  id: number
  rootId: number
}

/** Reports joined under one of which something is true, by root. */
const joinedWhere = (db: Database, after: MemberCursor, limit: number, where?: SQL) =>
  db
    .select({ id: complaint.id, rootId: complaint.rootId })
    .from(complaint)
    .innerJoin(root, eq(root.id, complaint.rootId))
    .where(
      and(
        sql`complaint.root_id <> complaint.id`,
        sql`(complaint.root_id, complaint.id) > (${after.rootId}, ${after.id})`,
        where,
      ),
    )
    .orderBy(asc(complaint.rootId), asc(complaint.id))
    .limit(limit)

const FIRST: MemberCursor = { id: 0, rootId: 0 }

/** Reports joined under one that went away: they are handled on their own again. */
export const stranded = (db: Database, after = FIRST, limit = 50) =>
  joinedWhere(db, after, limit, inArray(root.state, [...GONE]))

/**
 * Reports joined under one that was closed before an instant and whose own words went earlier, at
 * its reporter's wish: no root leads to them any more.
 */
export const leftBehind = (db: Database, before: Instant, after = FIRST, limit = 50) =>
  joinedWhere(
    db,
    after,
    limit,
    and(isNotNull(complaint.text), isNull(root.text), lt(root.closedAt, before)),
  )

/** The verifiers' desk in order of rank. */
export const unverified = (db: Database, limit: number) =>
  db
    .select({ reference: complaint.reference, dueDay: assignment.dueDay })
    .from(assignment)
    .innerJoin(complaint, eq(complaint.id, assignment.complaintId))
    .where(
      and(
        sql`open = 1`,
        eq(assignment.agencyId, VERIFIER_DESK),
        eq(assignment.role, 'lead'),
        eq(assignment.bucket, 'work'),
      ),
    )
    .orderBy(asc(assignment.rankDay), asc(assignment.complaintId))
    .limit(limit)

/** Reports closed before an instant whose words are still kept, longest ago first. */
export const erasable = (db: Database, before: Instant, limit = 50) =>
  db
    .select({ id: complaint.id })
    .from(complaint)
    .where(and(sql`closed_at is not null and text is not null`, lt(complaint.closedAt, before)))
    .orderBy(asc(complaint.closedAt))
    .limit(limit)

/** Reports joined under one, with words still kept. */
export const membersOf = (db: Database, rootId: number) =>
  db
    .select({ id: complaint.id })
    .from(complaint)
    .where(
      and(
        eq(complaint.rootId, rootId),
        sql`complaint.root_id <> complaint.id`,
        isNotNull(complaint.text),
      ),
    )

/** Which of some keys in the bucket a row names. */
export const knownKeys = (db: Database, keys: readonly string[]) =>
  db
    .select({ key: attachment.key })
    .from(attachment)
    .where(sql`${attachment.key} in (select value from json_each(${JSON.stringify(keys)}))`)

/** One page of the files that rows name, by key. */
export const namedFiles = (db: Database, after = '', limit = 50) =>
  db
    .select({ id: attachment.id, key: attachment.key })
    .from(attachment)
    .where(gt(attachment.key, after))
    .orderBy(asc(attachment.key))
    .limit(limit)

const PURGED = 500

/** Form tokens past their use; returns how many went. */
export const purgeFilings = async (db: Database, before: Instant): Promise<number> => {
  const old = db
    .select({ id: filing.tokenDigest })
    .from(filing)
    .where(lt(filing.at, before))
    .limit(PURGED)
  const gone = await db
    .delete(filing)
    .where(inArray(filing.tokenDigest, old))
    .returning({ id: filing.complaintId })
  return gone.length
}

/** Attempt counters whose window began before an epoch second; returns how many went. */
export const purgeCounters = async (db: Database, before: number): Promise<number> => {
  const gone = await db
    .delete(counter)
    .where(sql`rowid in (select rowid from counter where "window" < ${before} limit ${PURGED})`)
    .returning({ window: counter.window })
  return gone.length
}
