import type { BackupRow } from '../domain/city/backup.ts'
import type { Instant } from '../domain/time/time.ts'
import { CASE_TABLES, PLAIN_TABLES } from './dump.ts'

type Row = BackupRow[1]

export interface EventMark {
  complaint_id: number
  seq: number
  at: Instant
  type: string
}

/** Events in [from, until) behind `after`, in order of time. */
export async function eventsSince(
  d1: D1Database,
  [from, until]: readonly [Instant, Instant],
  after: EventMark | undefined,
  limit: number,
): Promise<EventMark[]> {
  const { results } = await d1
    .prepare(
      `select complaint_id, seq, at, type from event where at >= ?1 and at < ?2
        and (at, complaint_id, seq) > (?3, ?4, ?5) order by at, complaint_id, seq limit ?6`,
    )
    .bind(from, until, after?.at ?? from, after?.complaint_id ?? 0, after?.seq ?? 0, limit)
    .all<EventMark>()
  return results
}

const OWN = `complaint_id in (select value from json_each(?1))`

/** Reports whole, each as it stands at one moment. */
export async function casesOf(d1: D1Database, ids: readonly number[]): Promise<BackupRow[]> {
  const list = JSON.stringify(ids)
  const results = await d1.batch<Row>(
    CASE_TABLES.map((table) => d1.prepare(ofCases(table)).bind(list)),
  )
  return CASE_TABLES.flatMap((table, i) => named(table, results[i]?.results ?? []))
}

function ofCases(table: (typeof CASE_TABLES)[number]): string {
  if (table === 'complaint')
    return `select * from complaint where ${OWN.replace('complaint_id', 'id')}`
  if (table === 'delivery')
    return `select d.* from outbox o join delivery d on d.outbox_id = o.id where o.${OWN}`
  return `select * from "${table}" where ${OWN}`
}

/** Rows that are added and hardly ever touched again, by everybody: read on from the last one. */
export const ADDED = ['filing', 'survey'] as const
/** Reckoned anew from the rows they are of. */
const SUMS = ['figure', 'survey_sum'] as const
const NOT_WHOLE: ReadonlySet<string> = new Set([...ADDED, ...SUMS])

/** Small, and not of one report: read whole each time, written out when it changed. */
export const CITY_TABLES = PLAIN_TABLES.filter((name) => !NOT_WHOLE.has(name))

/** How far jobs have come is nobody's to restore. */
function ofCity(table: string): string {
  return table === 'setting' ? `where key not like '%:%'` : ''
}

export async function cityTables(d1: D1Database): Promise<Map<string, BackupRow[]>> {
  const results = await d1.batch<Row>(
    CITY_TABLES.map((table) =>
      d1.prepare(`select * from "${table}" ${ofCity(table)} order by rowid`),
    ),
  )
  return new Map(CITY_TABLES.map((table, i) => [table, named(table, results[i]?.results ?? [])]))
}

const PASSING = ['outbox', 'delivery', ...ADDED] as const
const MOST = 5000

/** Rows that no event vouches for: how far each table was read, by rowid. */
export type Passed = Record<(typeof PASSING)[number], number>

/** Where a first reading begins: what is older is in the backup of the night. */
export async function lastPassed(d1: D1Database): Promise<Passed> {
  const results = await d1.batch<{ last: number | null }>(
    PASSING.map((table) => d1.prepare(`select max(rowid) as last from "${table}"`)),
  )
  return passedBy((_, i) => Math.max(0, (results[i]?.results[0]?.last ?? 0) - MOST))
}

function passedBy(last: (table: keyof Passed, i: number) => number): Passed {
  return Object.fromEntries(PASSING.map((table, i) => [table, last(table, i)])) as Passed
}

/**
 * Letters that jobs wrote, what was sent to whom, forms that were sent. Where a delivery is new its
 * letter comes along as it stands: what is done is then known to be.
 */
export async function passingRows(
  d1: D1Database,
  passed: Passed,
): Promise<{ rows: BackupRow[]; passed: Passed }> {
  const results = await d1.batch<Row>([
    ...PASSING.map((table) =>
      d1
        .prepare(`select rowid as "~", * from "${table}" where rowid > ?1 order by rowid limit ?2`)
        .bind(passed[table], MOST),
    ),
    d1
      .prepare(
        `select * from outbox where id in (select outbox_id from
          (select outbox_id from delivery where rowid > ?1 order by rowid limit ?2))`,
      )
      .bind(passed.delivery, MOST),
  ])
  const rows = [...PASSING, 'outbox'].flatMap((table, i) =>
    named(
      table,
      (results[i]?.results ?? []).map(({ '~': _, ...row }) => row),
    ),
  )
  const last = (table: keyof Passed, i: number) =>
    Number(results[i]?.results.at(-1)?.['~'] ?? passed[table])
  return { rows, passed: passedBy(last) }
}

function named(table: string, rows: readonly Row[]): BackupRow[] {
  return rows.map((row) => [table, row])
}
