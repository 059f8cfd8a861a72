import { type SQL, sql } from 'drizzle-orm'
import type { IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { VERIFIER_DESK } from './ledger/assignments.ts'
import { ROW_COLUMNS } from './queue-rows.ts'
import { raw } from './raw.ts'

/** Rows of one page; one more is read to know whether there is another. */
export const PAGE = 50

/** A count of another view stops here, so that all of them together stay within the row budget. */
export const COUNT_CAP = 9

/** Where the page before ended: the day it is ordered by, '' where there is none, and the id. */
export interface Cursor {
  day: string
  id: number
}

/** The two questions of a view: its rows, and how many (up to the cap). Each is one index seek. */
export interface Queue {
  rows: (after: Cursor | null) => SQL
  /** The same rows without the complaint beside them; null where counting costs a join. */
  counted: SQL | null
  /** Rows of a page where fewer than fifty keep within the row budget. */
  size?: number
}

function page(from: SQL, columns: SQL, order: SQL, size = PAGE): SQL {
  return sql`select ${ROW_COLUMNS}, ${columns} from ${from} order by ${order} limit ${size + 1}`
}

/** Each of these rows costs a look at its assignment. */
const SHORT = 35

const HELD = sql.raw('a.rank_day as rankDay, a.due_day as dueDay, a.bucket as bucket')

/** Work in the order of its rank: an equality on the index's head, then (rank_day, id). */
function ranked(where: SQL, only: SQL = sql``): Queue {
  return {
    rows: (after) =>
      page(
        sql`assignment a cross join complaint c on c.id = a.complaint_id where a.open = 1 and ${where} ${
          after ? sql`and (a.rank_day, a.complaint_id) > (${after.day}, ${after.id})` : sql``
        } ${only}`,
        HELD,
        sql.raw('a.rank_day, a.complaint_id'),
      ),
    counted: sql`select 1 from assignment a where a.open = 1 and ${where}`,
  }
}

/** What waits has no rank: oldest first. */
function unranked(where: SQL): Queue {
  return {
    rows: (after) =>
      page(
        sql`assignment a cross join complaint c on c.id = a.complaint_id where a.open = 1 and ${where} and a.rank_day is null and a.complaint_id > ${after?.id ?? 0}`,
        HELD,
        sql.raw('a.complaint_id'),
      ),
    counted: sql`select 1 from assignment a where a.open = 1 and ${where}`,
  }
}

/** Assigned to one officer. */
export function assignedTo(officerId: string): Queue {
  return ranked(sql`a.officer_id is not null and a.officer_id = ${officerId} and a.bucket = 'work'`)
}

function leadOf(agencyId: number, bucket: string): SQL {
  return sql`a.agency_id = ${agencyId} and a.role = 'lead' and a.bucket = ${bucket}`
}

/** What an agency works on. */
export function workOfAgency(agencyId: number): Queue {
  return ranked(leadOf(agencyId, 'work'))
}

/** What an agency helps another with. */
export function supportedBy(agencyId: number): Queue {
  return ranked(sql`a.agency_id = ${agencyId} and a.role = 'support' and a.bucket = 'work'`)
}

/** Not yet verified, or returned. */
export function unverified(): Queue {
  return workOfAgency(VERIFIER_DESK)
}

/** Waits for an answer of the reporter: its clock stands still. */
export function waitingForReporter(agencyId: number): Queue {
  return unranked(leadOf(agencyId, 'paused'))
}

/** Said to be done, not yet confirmed. */
export function awaitingConfirmation(agencyId: number): Queue {
  return ranked(leadOf(agencyId, 'confirm'))
}

/** Past its due day, by rank: no case ranks behind its due day, so the same index finds them. */
export function overdueOfAgency(agencyId: number, today: IsoDate): Queue {
  return ranked(sql`${leadOf(agencyId, 'work')} and a.rank_day < ${today} and a.due_day < ${today}`)
}

/** All work of the city; `supervisory` false leaves out what only Inspektorat may know of. */
export function workOfCity(supervisory: boolean): Queue {
  return {
    ...ranked(
      sql`a.role = 'lead' and a.bucket = 'work'`,
      supervisory ? sql`` : sql`and c.supervisory = 0`,
    ),
    counted: null,
  }
}

/** The assignment's days beside a complaint that was found another way. */
const BESIDE = sql.raw(
  `null as rankDay, null as bucket, (select a.due_day from assignment a where a.complaint_id = c.id and a.agency_id = coalesce(c.lead_agency_id, ${VERIFIER_DESK}) and a.open = 1) as dueDay`,
)

/** Returned twice or more: only the administrator says whose it is. */
export function needsCoordinator(): Queue {
  return {
    rows: (after) =>
      page(
        sql`complaint c where c.state = 'received' and c.returns >= 2 and c.id > ${after?.id ?? 0}`,
        BESIDE,
        sql.raw('c.id'),
        SHORT,
      ),
    size: SHORT,
    counted: sql`select 1 from complaint c where c.state = 'received' and c.returns >= 2`,
  }
}

/**
 * The reporter said that it is not done; of one agency, or of all in the order of agencies. Where
 * `supervisory` is false even the count leaves out what only Inspektorat may know of.
 */
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
        SHORT,
      ),
    size: SHORT,
    counted: sql`select 1 from complaint c indexed by complaint_disputed where ${where} ${mine}`,
  }
}

/** Messages of anonymous reporters that wait for the verifier's screen, one row a complaint. */
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

/** Drafts of an agency that wait for its head, one row a complaint. */
export function waitingForHead(agencyId: number): Queue {
  const where = sql`m.state = 'draft' and m.agency_id = ${agencyId}`
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

/** Written down by this person for somebody, newest first. */
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

/** How many, up to the cap; one more says that there are others. */
export function countOf(db: Database, counted: SQL) {
  return raw<{ n: number }>(db, sql`select count(*) as n from (${counted} limit ${COUNT_CAP + 1})`)
}
