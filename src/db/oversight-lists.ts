import { type SQL, sql } from 'drizzle-orm'
import { type Channel, isUncounted } from '../domain/case/complaint.ts'
import type { Spot } from '../domain/figures/spots.ts'
import { PROMISES } from '../domain/time/due.ts'
import { addDays, DAY, type Instant, type IsoDate } from '../domain/time/time.ts'
import { newestOf } from './fts.ts'
import { idFrom } from './ids.ts'
import { type RawRow, ROW_COLUMNS } from './queue-rows.ts'
import {
  type Cursor,
  disputedOf,
  OWED,
  overdueOfAgency,
  overdueOfCity,
  PAGE,
  workOfAgency,
} from './queues.ts'

/**
 * A list behind a number of the oversight pages. A row that was looked through and is not of the list
 * has no `id`; `heldDay` and `heldId` say where the next page begins.
 */
export interface Listing {
  rows: (after: Cursor | null) => SQL
  /** Rows of a page, shown or looked through. */
  size: number
  by: 'rank' | 'agency' | 'id' | 'held'
}

/** Of what was looked through: a number is as long as its list, so both leave out the same. */
export function shownOf(looked: readonly RawRow[]): RawRow[] {
  return looked.filter(
    ({ id, channel, quarantined }) =>
      id !== null && !isUncounted({ channel: channel as Channel, quarantined: quarantined === 1 }),
  )
}

/** Few enough that a page is full in a small city, too, and reads no more in a large one. */
const LOOKED_THROUGH = 35
/** Rows that cost a look at their assignment. */
const SHORT = 35
/** No rank lies further ahead of its day: ten working days, with the longest holidays between. */
const FURTHEST_RANK = 45

export function overdue(agencyId: number | null, today: IsoDate): Listing {
  const queue = agencyId === null ? overdueOfCity(today) : overdueOfAgency(agencyId, today)
  return { rows: queue.rows, size: PAGE, by: 'rank' }
}

export function openWork(agencyId: number): Listing {
  return { rows: workOfAgency(agencyId).rows, size: PAGE, by: 'rank' }
}

export function disputed(agencyId: number | null, supervisory: boolean): Listing {
  const queue = disputedOf(agencyId, supervisory)
  return { rows: queue.rows, size: SHORT, by: agencyId === null ? 'agency' : 'id' }
}

/** Held to a day from one to another, both counted: of the city by that day, of an agency by rank. */
export function heldTo(agencyId: number | null, from: IsoDate, to: IsoDate): Listing {
  return agencyId === null ? cityHeldTo(from, to) : agencyHeldTo(agencyId, from, to)
}

/** Of each report the clock that its lists know is watched, and no other of these kinds. */
function cityHeldTo(from: IsoDate, to: IsoDate): Listing {
  const arm = (kind: string, after: Cursor | null) => sql`
    select ${ROW_COLUMNS}, null as rankDay, k.due_day as dueDay,
      iif(c.state = 'awaiting_info', 'paused', 'work') as bucket,
      k.due_day as heldDay, k.complaint_id as heldId
    from clock k left join complaint c on c.id = k.complaint_id
    where k.watched = 1 and k.kind = ${sql.raw(`'${kind}'`)} and k.due_day between ${from} and ${to}
      ${after ? sql`and (k.due_day, k.complaint_id) > (${after.day}, ${after.id})` : sql``}`
  const kinds = [...PROMISES, 'verify', 'objection']
  return {
    rows: (after) =>
      sql`${sql.join(
        kinds.map((kind) => arm(kind, after)),
        sql` union all `,
      )} order by heldDay, heldId limit ${SHORT + 1}`,
    size: SHORT,
    by: 'held',
  }
}

/** From the end, so that what ran out before and ranks among them is looked through last. */
function agencyHeldTo(agencyId: number, from: IsoDate, to: IsoDate): Listing {
  const arm = (bucket: string, after: Cursor | null) => sql`
    select ${ROW_COLUMNS}, a.rank_day as rankDay, a.due_day as dueDay, a.bucket as bucket,
      a.rank_day as heldDay, a.complaint_id as heldId
    from assignment a left join complaint c on c.id = a.complaint_id and a.due_day between ${from} and ${to}
    where a.open = 1 and a.agency_id = ${agencyId} and a.role = 'lead' and a.bucket = ${sql.raw(`'${bucket}'`)}
      and a.rank_day >= ${addDays(from, -FURTHEST_RANK)} and a.rank_day <= ${to}
      ${after ? sql`and (a.rank_day, a.complaint_id) < (${after.day}, ${after.id})` : sql``}`
  return {
    rows: (after) =>
      sql`${arm('work', after)} union all ${arm('paused', after)}
        order by heldDay desc, heldId desc limit ${LOOKED_THROUGH + 1}`,
    size: LOOKED_THROUGH,
    by: 'held',
  }
}

/** A date that was given, or the city's own limit, is past, and its clock runs; by that date. */
export function missed(
  kind: 'promise' | 'target',
  agencyId: number | null,
  today: IsoDate,
): Listing {
  const is = sql`k.kind = ${sql.raw(`'${kind}'`)}`
  const of = sql`left join complaint c on c.id = k.complaint_id`
  const clocks =
    agencyId === null
      ? sql`clock k indexed by clock_watched
          ${of} where ${is} and k.watched = 1`
      : sql`clock k indexed by clock_owed
          ${of} where ${is} and ${OWED} and k.agency_id = ${agencyId}`
  return {
    rows: (after) => sql`
      select ${ROW_COLUMNS}, null as rankDay, k.due_day as dueDay, 'work' as bucket,
        k.due_day as heldDay, k.complaint_id as heldId
      from ${clocks} and k.due_day < ${today}
        ${after ? sql`and (k.due_day, k.complaint_id) > (${after.day}, ${after.id})` : sql``}
      order by k.due_day, k.complaint_id limit ${SHORT + 1}`,
    size: SHORT,
    by: 'held',
  }
}

/** Explanations of cases that heads still owe, of all agencies or of some, by day. */
export function explanationsOwed(agencyIds: readonly number[] | null, limit: number): SQL {
  const within =
    agencyIds === null
      ? sql`clock k indexed by clock_watched where k.watched = 1`
      : sql`clock k indexed by clock_owed where ${OWED}
          and k.agency_id in (select value from json_each(${JSON.stringify(agencyIds)}))`
  return sql`
    select ${ROW_COLUMNS}, null as rankDay, k.dueDay as dueDay, 'work' as bucket
    from (select k.complaint_id as id, k.due_day as dueDay from ${within}
      and k.kind = 'explain' order by k.due_day, k.complaint_id limit ${limit}) k
    cross join complaint c on c.id = k.id order by k.dueDay, k.id`
}

const UNDATED = sql.raw('null as rankDay, null as dueDay, null as bucket')

export function returnedTwice(): Listing {
  return {
    rows: (after) => sql`
      select ${ROW_COLUMNS}, ${UNDATED} from complaint c
      where c.state = 'received' and (c.returns >= 2 or c.objection = 'open') and c.returns >= 2
        and c.id > ${after?.id ?? 0} order by c.id limit ${PAGE + 1}`,
    size: PAGE,
    by: 'id',
  }
}

/** Days within which reports of one category and subdistrict come back. */
export const SPOT_DAYS = 90

function spotMatch({ categoryId, subdistrictId }: Spot): SQL {
  const match = `tokens : "kat${categoryId}" AND tokens : "kel${subdistrictId}"`
  return sql`${`(${match}) NOT (tokens : "awas1" OR tokens : "stmerged" OR tokens : "luar1")`}`
}

const FEW = 15

/** Newest first. */
export function ofSpot(spot: Spot, now: Instant): Listing {
  return {
    rows: (after) => sql`
      select ${ROW_COLUMNS}, ${UNDATED}
      from (${newestOf('staff_search', spotMatch(spot), windowOf(now, after), FEW + 1)}) s
      cross join complaint c on c.id = s.id order by s.id desc`,
    size: FEW,
    by: 'id',
  }
}

/** Counted to this many. */
export const SPOT_CAP = 9

export function spotCount(spot: Spot, now: Instant): SQL {
  return sql`select count(*) as n
    from (${newestOf('staff_search', spotMatch(spot), windowOf(now, null), SPOT_CAP + 1)})`
}

function windowOf(now: Instant, after: Cursor | null) {
  return { from: idFrom(now - SPOT_DAYS * DAY), to: after?.id ?? Number.MAX_SAFE_INTEGER }
}
