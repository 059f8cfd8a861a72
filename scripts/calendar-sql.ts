import { type OpenReportRow, openReportOf, openReportsSql } from '../src/db/open-reports.ts'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import { ASK_RECOMPUTE } from '../src/db/recompute-asked.ts'
import {
  dayChanges,
  HOLIDAY_KINDS,
  type Holiday,
  joinsYears,
  workingDaysIn,
} from '../src/domain/city/calendar-days.ts'
import { type City, calendarOf } from '../src/domain/city/city.ts'
import { calendar } from '../src/domain/city/sheets/calendar.ts'
import type { CalendarRow } from '../src/domain/city/sheets/sheet.ts'
import { type Move, movesOf } from '../src/domain/time/calendar-moves.ts'
import { type Instant, type IsoDate, isIsoDate, yearOf } from '../src/domain/time/time.ts'
import { GENESIS } from '../src/seal/chain.ts'
import { cityChangeHash } from '../src/seal/city-check.ts'
import { inserts, literal } from './sql.ts'

interface Decree {
  source: string
  holidays: { date: IsoDate; name: string; kind: string }[]
}

/** A year as its decree says. Throws Error in words on whatever cannot be one. */
export function readYear(year: number, json: string): CalendarRow {
  if (!Number.isInteger(year) || year < 2020 || year > 2100) throw new Error(`${year} is no year`)
  const { source, holidays } = JSON.parse(json) as Partial<Decree>
  if (typeof source !== 'string' || source === '') throw new Error('The file names no source')
  if (!Array.isArray(holidays) || holidays.length < 10)
    throw new Error('A whole year has at least ten holidays')
  const own = holidays.filter(({ date }) => isIsoDate(date) && yearOf(date) === year)
  const stranger = holidays.find((holiday) => !own.includes(holiday))
  if (stranger) throw new Error(`${JSON.stringify(stranger.date)} is no day of ${year}`)
  const days = own.map(({ date: day, name, kind }): Holiday => {
    const known = HOLIDAY_KINDS.find((one) => one === kind)
    if (name && known) return { day, name, kind: known }
    throw new Error(`${day} needs a name and a kind: ${HOLIDAY_KINDS.join(' or ')}`)
  })
  if (new Set(days.map(({ day }) => day)).size < days.length)
    throw new Error('A day is there twice')
  const ordered = days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return { id: year, source, days: ordered, reason: '', active: true }
}

/** Monday to Friday less the holidays, to compare with what the decree's readers publish. */
export function workingDaysOf({ id, days }: CalendarRow): number {
  return workingDaysIn(id, days)
}

/** As the database hands them over. */
export interface Standing {
  version: number
  /** The snapshot. */
  json: string
  /** Of the last change of the city; null: there was none. */
  lastHash: string | null
}

export const STANDING = `select version, json, (select hash from city_change order by seq desc
  limit 1) as lastHash from city_snapshot`

export interface CalendarChange {
  added: IsoDate[]
  removed: IsoDate[]
  /** The city as it will be. */
  after: City
  statements: string[]
}

/** Replaces the year by the decree's, on record like a change by the page; dates follow by the job. */
export async function calendarSql(
  decree: CalendarRow,
  { version, json, lastHash }: Standing,
  now: Instant,
): Promise<CalendarChange> {
  const city = { ...(JSON.parse(json) as City), version }
  const years = city.years.map(({ year }) => year)
  if (!joinsYears(decree.id, years))
    throw new Error(`Load the years between ${years.join(', ')} and ${decree.id} first`)
  const known = calendar.rows(city).find(({ id }) => id === decree.id) ?? null
  const { added, removed } = dayChanges(known?.days ?? [], decree.days)
  const change = {
    ...{ seq: version + 1, at: now, by: 'command', noun: 'calendar', rowId: decree.id },
    ...{ before: known && JSON.stringify(known), after: JSON.stringify(decree), undoes: null },
    previous: lastHash ?? GENESIS,
  }
  const { rowId, ...entry } = { ...change, hash: await cityChangeHash(change) }
  const { id, source, days } = decree
  const statements = [
    // the first, since its key is the version: where somebody was faster, nothing of it is done
    ...inserts('city_change', [{ ...entry, row_id: rowId }]),
    `delete from holiday where day like '${id}-%';`,
    ...inserts(
      'holiday',
      days.map(({ day, name, kind }) => ({ day, name, kind })),
    ),
    `insert into calendar_year (year, source) values (${id}, ${literal(source)}) on conflict (year) do update set source = excluded.source;`,
    ...(added.length + removed.length > 0 || !known ? [ASK_RECOMPUTE] : []),
    PUBLISH_CITY,
  ]
  return {
    ...{ added: added.map(({ day }) => day), removed: removed.map(({ day }) => day) },
    ...{ after: calendar.put(city, decree), statements },
  }
}

/** The next open reports by their number, as the job looks at them. */
export function reportsAfter(id: number, limit: number): string {
  return openReportsSql(`select complaint_id from assignment where open = 1 and role = 'lead'
    and complaint_id > ${id} order by complaint_id limit ${limit}`)
}

export interface ReportMove extends Move {
  reference: string
}

/** Which dates of these reports the job will move, from when to when. */
export function movesBy(after: City, rows: readonly OpenReportRow[]): ReportMove[] {
  const ctx = { calendar: calendarOf(after), clockRules: after.clockRules }
  return rows.flatMap((row) =>
    movesOf(openReportOf(row), ctx).map((move) => ({ reference: row.reference, ...move })),
  )
}
