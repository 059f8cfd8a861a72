import { and, desc, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm'
import { type AgencyMonth, agencyMonths, type Counts } from '../domain/figures/oversight.ts'
import type { Spot } from '../domain/figures/spots.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { spotCount } from './oversight-lists.ts'
import { OWED } from './queues.ts'
import { raw } from './raw.ts'
import { metricsOf } from './recounting.ts'
import { figure } from './schema/figure.ts'
import { type Asked, asked } from './trip.ts'

export interface Overseen {
  rows: AgencyMonth[]
  /** The city's own numbers, in which a report that two agencies let run out is late once. */
  city: { month: string; counts: Counts }[]
  /** A month stands there that is yet to be counted by this rule. */
  counting: boolean
}

/** Also earlier months in which something is open. A year of every agency is twelve rows. */
export function askOverseen(db: Database, since: string): Asked<Overseen> {
  const query = db
    .select()
    .from(figure)
    .where(and(eq(figure.scope, 'city'), or(gte(figure.month, since), gt(figure.open, 0))))
    .orderBy(desc(figure.month))
  return asked([query], ([found]) => ({
    rows: found.flatMap(({ month, byAgency }) => agencyMonths(month, byAgency)),
    city: found.map((row) => ({ month: row.month, counts: countsOf(row) })),
    counting: found.some(({ received, byAgency }) => received > 0 && byAgency === '{}'),
  }))
}

function countsOf(row: typeof figure.$inferSelect): Counts {
  return metricsOf({ ...row, byAgency: '{}' }) as Counts
}

/**
 * What only an agency itself does with a report that it has; the index `event_handled` names the same,
 * and a test compares both with the acts.
 */
export const HANDLING = [
  'take_up',
  'assign',
  'note',
  'set_priority',
  'ask',
  'promise_date',
  'reply',
  'propose_closure',
  'approve_reply',
  'approve_closure',
  'withdraw_draft',
  'conclude',
] as const

const HANDLED = sql.raw(`type in (${HANDLING.map((name) => `'${name}'`).join(', ')})`)

export interface LastAct {
  agencyId: number
  /** Null: it never did anything. */
  at: Instant | null
  /** Since when it has the case that is first in its queue. */
  since: Instant | null
}

/** One look at each index for each agency. */
export function askLastActs(db: Database, agencyIds: readonly number[]): Asked<LastAct[]> {
  const query = raw<LastAct>(
    db,
    sql`select j.value as agencyId,
      (select e.at from event e indexed by event_handled
        where e.agency_id = j.value and ${HANDLED} order by e.at desc limit 1) as at,
      (select a.opened_at from assignment a
        where a.open = 1 and a.agency_id = j.value and a.role = 'lead' and a.bucket = 'work'
        order by a.rank_day limit 1) as since
    from json_each(${JSON.stringify(agencyIds)}) j`,
  )
  return asked([query], ([rows]) => rows as LastAct[])
}

/** More than this many are "so many and more". */
export const WAITING_CAP = 30

export interface Waiting {
  /** Explanations of cases: all that heads of some agencies owe; of the city those that are late. */
  owed: number
  late: number
  /** Past the city's own limit. */
  limits: number
  /** Drafts that wait for those heads. */
  drafts: number
}

/** Of the city, or of what waits for the head of some agencies. */
export function askWaiting(
  db: Database,
  agencyIds: readonly number[] | null,
  today: IsoDate,
): Asked<Waiting> {
  const ids = sql`(select value from json_each(${JSON.stringify(agencyIds)}))`
  const clocks =
    agencyIds === null
      ? sql`clock k indexed by clock_watched where k.watched = 1`
      : sql`clock k indexed by clock_owed where ${OWED} and k.agency_id in ${ids}`
  const past = sql`and k.due_day < ${today}`
  // its list shows no report that no figure counts (isUncounted)
  const counted = sql`and exists (select 1 from complaint c
    where c.id = k.complaint_id and c.channel <> 'test' and c.quarantined = 0)`
  const n = (from: SQL) =>
    sql`(select count(*) from (select 1 from ${from} limit ${WAITING_CAP + 1}))`
  const own = agencyIds !== null
  const query = raw<Waiting>(
    db,
    sql`select ${own ? n(sql`${clocks} and k.kind = 'explain'`) : sql`0`} as owed,
      ${own ? sql`0` : n(sql`${clocks} and k.kind = 'explain' ${past}`)} as late,
      ${n(sql`${clocks} and k.kind = 'target' ${past} ${counted}`)} as limits,
      ${own ? n(sql`complaint c indexed by complaint_draft where c.draft_seq is not null and c.state = 'in_progress' and c.lead_agency_id in ${ids}`) : sql`0`} as drafts`,
  )
  return asked(
    [query],
    ([rows]) => (rows as Waiting[])[0] ?? { owed: 0, late: 0, limits: 0, drafts: 0 },
  )
}

/** How many reports each place had of late, to a cap. */
export function askSpots(db: Database, spots: readonly Spot[], now: Instant): Asked<number[]> {
  const queries = spots.map((spot) => raw<{ n: number }>(db, spotCount(spot, now)))
  return asked(queries, (answers) =>
    (answers as { n: number }[][]).map(([row]) => Number(row?.n ?? 0)),
  )
}
