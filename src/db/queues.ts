import { type SQL, sql } from 'drizzle-orm'
import type { IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { COORDINATOR_DESK, QUARANTINE_DESK, VERIFIER_DESK } from './ledger/assignments.ts'
import { ROW_COLUMNS } from './queue-rows.ts'
import { raw } from './raw.ts'

/**
 * One more is read to know whether there is another. So few that a list beside the case of a large
 * cluster, with its history, keeps within the rows of any page.
 */
export const PAGE = 25

/** So that all counts together stay within the row budget. */
export const COUNT_CAP = 9

/** `day` is '' where the list is ordered by none. */
export interface Cursor {
  day: string
  id: number
}

/** Each is one index seek. */
export interface Queue {
  rows: (after: Cursor | null) => SQL
  /** The same rows without the complaint beside them; null where counting costs a join. */
  counted: SQL | null
}

function page(from: SQL, columns: SQL, order: SQL): SQL {
  return sql`select ${ROW_COLUMNS}, ${columns} from ${from} order by ${order} limit ${PAGE + 1}`
}

const HELD = sql.raw(
  'a.rank_day as rankDay, a.due_day as dueDay, a.bucket as bucket, a.complaint_id as held',
)

/** Work in the order of its rank: an equality on the index's head, then (rank_day, id). */
function ranked(where: SQL, only: SQL = sql``): Queue {
  return {
    rows: (after) =>
      page(sql`${HOLDING} and ${where} ${behind(after)} ${only}`, HELD, sql.raw('rankDay, held')),
    counted: sql`select 1 from assignment a where a.open = 1 and ${where}`,
  }
}

const HOLDING = sql.raw(
  'assignment a cross join complaint c on c.id = a.complaint_id where a.open = 1',
)

function behind(after: Cursor | null): SQL {
  return after ? sql`and (a.rank_day, a.complaint_id) > (${after.day}, ${after.id})` : sql``
}

/** Each in the order of its rank by itself, merged as they are read. */
function merged(first: SQL, second: SQL, ofSecond: (after: Cursor | null) => SQL = behind): Queue {
  const arm = (where: SQL, after: SQL) =>
    sql`select ${ROW_COLUMNS}, ${HELD} from ${HOLDING} and ${where} ${after}`
  const count = (where: SQL) => sql`select 1 from assignment a where a.open = 1 and ${where}`
  return {
    rows: (after) =>
      sql`${arm(first, behind(after))} union all ${arm(second, ofSecond(after))}
        order by rankDay, held limit ${PAGE + 1}`,
    counted: sql`${count(first)} union all ${count(second)}`,
  }
}

export function assignedTo(officerId: string): Queue {
  return ranked(sql`a.officer_id is not null and a.officer_id = ${officerId} and a.bucket = 'work'`)
}

function leadOf(agencyId: number, bucket: string): SQL {
  return sql`a.agency_id = ${agencyId} and a.role = 'lead' and a.bucket = ${bucket}`
}

export function workOfAgency(agencyId: number): Queue {
  return ranked(leadOf(agencyId, 'work'))
}

export function supportedBy(agencyId: number): Queue {
  return ranked(sql`a.agency_id = ${agencyId} and a.role = 'support' and a.bucket = 'work'`)
}

export function unverified(): Queue {
  return workOfAgency(VERIFIER_DESK)
}

export function overdueUnverified(today: IsoDate): Queue {
  return overdueOfAgency(VERIFIER_DESK, today)
}

export function quarantined(): Queue {
  return workOfAgency(QUARANTINE_DESK)
}

/** No report has so high a number. */
const NONE = Number.MAX_SAFE_INTEGER

/** In the order of the day that ends it all the same; first of all where that is over, by number. */
export function waitingForReporter(agencyId: number): Queue {
  const where = leadOf(agencyId, 'paused')
  const unranked = (after: Cursor | null) =>
    sql`and a.complaint_id > ${after && after.day !== '' ? NONE : (after?.id ?? 0)}`
  return merged(
    sql`${where} and a.rank_day is not null`,
    sql`${where} and a.rank_day is null`,
    unranked,
  )
}

export function awaitingConfirmation(agencyId: number): Queue {
  return ranked(leadOf(agencyId, 'confirm'))
}

/**
 * Also what stands still past the day that ends it all the same. No case ranks behind its due day, so
 * the same index finds them.
 */
export function overdueOfAgency(agencyId: number, today: IsoDate): Queue {
  const past = sql`and a.rank_day < ${today} and a.due_day < ${today}`
  return merged(
    sql`${leadOf(agencyId, 'work')} ${past}`,
    sql`${leadOf(agencyId, 'paused')} ${past}`,
  )
}

export function overdueOfCity(today: IsoDate): Queue {
  const past = (bucket: string) =>
    sql`a.role = 'lead' and a.bucket = ${sql.raw(`'${bucket}'`)} and a.rank_day < ${today} and a.due_day < ${today}`
  return merged(past('work'), past('paused'))
}

export function workOfCity(supervisory: boolean): Queue {
  return {
    ...ranked(
      sql`a.role = 'lead' and a.bucket = 'work'`,
      supervisory ? sql`` : sql`and c.supervisory = 0`,
    ),
    counted: null,
  }
}

const LEADS = `coalesce(c.lead_agency_id, case
  when c.state = 'received' and (c.returns >= 2 or c.objection is 'open') then ${COORDINATOR_DESK}
  when c.quarantined then ${QUARANTINE_DESK} else ${VERIFIER_DESK} end)`

function dueAt(desk: string): string {
  return `(select a.due_day from assignment a where a.complaint_id = c.id and a.agency_id = ${desk} and a.open = 1)`
}

const BESIDE = sql.raw(`null as rankDay, null as bucket, ${dueAt(LEADS)} as dueDay`)

/** What came before that desk was parted from the verifiers' lies there until `reindex` has passed. */
const COORDINATED = sql.raw(
  `null as rankDay, null as bucket, coalesce(${dueAt(String(COORDINATOR_DESK))}, ${dueAt(String(VERIFIER_DESK))}) as dueDay`,
)

/** Returned twice or more, or objected to: only the administrator says whose it is. */
export function needsCoordinator(): Queue {
  return {
    rows: (after) =>
      page(
        sql`complaint c where c.state = 'received' and (c.returns >= 2 or c.objection = 'open') and c.id > ${after?.id ?? 0}`,
        COORDINATED,
        sql.raw('c.id'),
      ),
    counted: sql`select 1 from complaint c where c.state = 'received' and (c.returns >= 2 or c.objection = 'open')`,
  }
}

/** Where `supervisory` is false even the count leaves out what only Inspektorat may know of. */
export function disputedOf(agencyId: number | null, supervisory = true): Queue {
  const known = supervisory ? sql`` : sql`and c.supervisory = 0`
  const where = sql`c.disputes > 0 and c.state = 'in_progress' ${known}`
  const mine = agencyId === null ? sql`` : sql`and c.lead_agency_id = ${agencyId}`
  const next = (after: Cursor | null) => {
    if (!after) return sql``
    return agencyId === null
      ? sql`and (c.lead_agency_id, c.id) > (${Number(after.day)}, ${after.id})`
      : sql`and c.id > ${after.id}`
  }
  return {
    rows: (after) =>
      page(
        sql`complaint c indexed by complaint_disputed where ${where} ${mine} ${next(after)}`,
        BESIDE,
        sql.raw('c.lead_agency_id, c.id'),
      ),
    counted: sql`select 1 from complaint c indexed by complaint_disputed where ${where} ${mine}`,
  }
}

export function waitingForScreen(): Queue {
  const where = sql.raw(`m.state in ('draft','screening') and m.state = 'screening'`)
  return {
    rows: (after) =>
      page(
        sql`(select m.complaint_id from message m where ${where} and m.complaint_id > ${after?.id ?? 0} group by m.complaint_id order by m.complaint_id limit ${PAGE + 1}) w cross join complaint c on c.id = w.complaint_id`,
        BESIDE,
        sql.raw('w.complaint_id'),
      ),
    counted: sql`select 1 from message m where ${where}`,
  }
}

/** Only what may be let out now: a draft that was overtaken is nobody's to read again. */
export function waitingForHead(agencyId: number): Queue {
  const where = sql`c.draft_seq is not null and c.state = 'in_progress' and c.lead_agency_id = ${agencyId}`
  return {
    rows: (after) =>
      page(
        sql`complaint c indexed by complaint_draft where ${where} and c.id > ${after?.id ?? 0}`,
        BESIDE,
        sql.raw('c.id'),
      ),
    counted: sql`select 1 from complaint c indexed by complaint_draft where ${where}`,
  }
}

/** Spelled out, not bound: a partial index serves only a query that says its condition. */
export const OWED = sql.raw(`k.watched = 1 and k.kind in ('promise', 'target', 'explain')`)

/** What an agency owes beside the date that its case is held to; `before`: only what is past then. */
export function owedBy(
  agencyId: number,
  kind: 'promise' | 'target' | 'explain',
  before?: IsoDate,
): Queue {
  const past = before === undefined ? sql`` : sql`and k.due_day < ${before}`
  // the one kind first: else the planner walks all of `in`, and sorts
  const where = sql`k.kind = ${sql.raw(`'${kind}'`)} and ${OWED} and k.agency_id = ${agencyId} ${past}`
  const next = (after: Cursor | null) =>
    after ? sql`and (k.due_day, k.complaint_id) > (${after.day}, ${after.id})` : sql``
  return {
    rows: (after) =>
      page(
        sql`clock k indexed by clock_owed cross join complaint c on c.id = k.complaint_id
          where ${where} ${next(after)}`,
        sql.raw(`null as rankDay, 'work' as bucket, k.due_day as dueDay`),
        sql.raw('k.due_day, k.complaint_id'),
      ),
    counted: sql`select 1 from clock k indexed by clock_owed where ${where}`,
  }
}

/** Decisions on supervisory cases that want a second signature. */
export function waitingForSignature(): Queue {
  const where = sql.raw(`c.draft_kind = 'decision'`)
  return {
    rows: (after) =>
      page(
        sql`complaint c indexed by complaint_decision where ${where} and c.id > ${after?.id ?? 0}`,
        BESIDE,
        sql.raw('c.id'),
      ),
    counted: sql`select 1 from complaint c indexed by complaint_decision where ${where}`,
  }
}

export function filedBy(staffId: string): Queue {
  return {
    rows: (after) =>
      page(
        sql`complaint c where c.filed_by is not null and c.filed_by = ${staffId} and c.id < ${after?.id ?? Number.MAX_SAFE_INTEGER}`,
        BESIDE,
        sql.raw('c.id desc'),
      ),
    counted: null,
  }
}

export function countOf(db: Database, counted: SQL, cap = COUNT_CAP) {
  return raw<{ n: number }>(db, sql`select count(*) as n from (${counted} limit ${cap + 1})`)
}
