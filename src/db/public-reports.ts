import { and, type InferSelectModel, inArray, type SQL, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import { isOut } from '../domain/case/publication.ts'
import type { PlaceName } from '../domain/text/placed.ts'
import { type Instant, MONTH_MS } from '../domain/time/time.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { matchOfSought, newestOf, type Sought, soughtBy } from './fts.ts'
import { idFrom } from './ids.ts'
import { kept, type Slot } from './kept.ts'
import { clock, complaint } from './schema/complaint.ts'
import { type Asked, asked, following, oneTrip } from './trip.ts'

type ClockRow = InferSelectModel<typeof clock>

export interface PublicSearch {
  q: string
  /** Names of the city's places, which `q` may hold. */
  places?: readonly PlaceName[]
  /** Facet of the number that `q` is a part of. */
  number?: string | null
  /** Facet tokens, e.g. 'kat3', 'kec1', 'opd8', 'stclosed'. */
  tokens: string[]
  before: number | null
  /** From, and before. */
  span?: readonly [Instant, Instant] | null
}

export interface Listed {
  complaint: Complaint
  row: ComplaintRow
}

/** Reports on one page of a public list: with their clocks they stay under 200 rows read. */
export const PAGE = 12
export const SEARCH_MONTHS = 24

export async function publicReports(
  db: Database,
  search: PublicSearch,
  now: Instant,
  limit = PAGE,
): Promise<Listed[]> {
  const [listed] = await oneTrip(db, [askPublicReports(db, search, now, limit)])
  return listed
}

/** One more than a page when there are older ones; without words and facets no full-text match. */
export function askPublicReports(
  db: Database,
  search: PublicSearch,
  now: Instant,
  limit = PAGE,
): Asked<Listed[]> {
  return following(askRows(db, search, now, limit + 1), ([rows, clocks]) =>
    listedOf(rows, clocks, now),
  )
}

function askRows(db: Database, search: PublicSearch, now: Instant, limit: number): Asked<Rows> {
  const [from, until] = search.span ?? []
  const newest = until === undefined ? idFrom(now) + 1 : idFrom(until)
  const under = Math.min(search.before ?? newest, newest)
  const sought = soughtOf(search)
  if (!sought) return askNewest(db, idFrom(from ?? 0), under, limit)
  const since = idFrom(from ?? now - SEARCH_MONTHS * MONTH_MS)
  const { whole, unfinished } = sought
  return unfinished
    ? askUnfinished(db, whole, unfinished.own, unfinished.begun, since, under, limit)
    : askSought(db, whole, since, under, limit)
}

type Text = Slot<string>
type Whole = Slot<number>

const askNewest = kept((db, from: Whole, under: Whole, limit: Whole) =>
  askWithin(
    db,
    sql`select id from complaint where release_status = 'released' and id < ${under} and id >= ${from} order by id desc limit ${limit}`,
  ),
)

const askSought = kept((db, whole: Text, from: Whole, to: Whole, limit: Whole) => {
  const match = matchOfSought('public_search', { whole, unfinished: null })
  return askWithin(db, newestOf('public_search', match, { from, to }, limit))
})

const askUnfinished = kept(
  (db, whole: Text, own: Text, begun: Text, from: Whole, to: Whole, limit: Whole) => {
    const match = matchOfSought('public_search', { whole, unfinished: { own, begun } })
    return askWithin(db, newestOf('public_search', match, { from, to }, limit))
  },
)

type Rows = readonly [ComplaintRow[], ClockRow[]]

function askWithin(db: Database, ids: SQL): Asked<Rows> {
  return asked(
    [
      db.select().from(complaint).where(sql`${complaint.id} in (${ids})`),
      db
        .select()
        .from(clock)
        .where(
          and(
            sql`${clock.complaintId} in (${ids})`,
            inArray(clock.kind, ['verify', 'follow_up', 'settle', 'silence', 'decide']),
          ),
        ),
    ],
    (rows) => rows,
  )
}

function listedOf(rows: ComplaintRow[], clocks: ClockRow[], now: Instant): Listed[] {
  const byComplaint = Map.groupBy(clocks, (c) => c.complaintId)
  return rows
    .sort((a, b) => b.id - a.id)
    .map((row) => ({
      row,
      complaint: toComplaint(
        row,
        (byComplaint.get(row.id) ?? []).sort((a, b) => a.round - b.round),
      ),
    }))
    .filter(({ complaint, row }) => isOut(complaint, row.publicFrom, now))
}

function soughtOf({ q, tokens, places, number }: PublicSearch): Sought | null {
  const facets = tokens.map((token) => `tokens : ${token}`)
  const more = facets.map((facet) => ` AND ${facet}`).join('')
  const words = soughtBy(q, more, places, number)
  if (words || facets.length === 0) return words
  return { whole: facets.join(' AND '), unfinished: null }
}

/** The index is named: where most are released the planner would rather walk the table. */
export async function indexableReports(db: Database, limit: number): Promise<Listed[]> {
  const rows = await db
    .select()
    .from(complaint)
    .where(
      sql`${complaint.id} in (select id from complaint indexed by complaint_released
        where release_status = 'released' order by id desc limit ${limit})`,
    )
    .orderBy(sql`${complaint.id} desc`)
  return rows.map((row) => ({ row, complaint: toComplaint(row, []) }))
}
