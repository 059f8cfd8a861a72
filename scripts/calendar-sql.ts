import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import { ASK_RECOMPUTE } from '../src/db/recompute-asked.ts'
import { addDays, type IsoDate, isIsoDate, weekday, yearOf } from '../src/domain/time/time.ts'
import { inserts, literal } from './sql.ts'

const KINDS = ['libur_nasional', 'cuti_bersama']

interface Holiday {
  date: IsoDate
  name: string
  kind: string
}

export interface Year {
  year: number
  source: string
  holidays: Holiday[]
  /** Monday to Friday less the holidays, to compare with what the decree's readers publish. */
  workingDays: number
}

/** A year as its decree says. Throws Error in words on whatever cannot be one. */
export function readYear(year: number, json: string): Year {
  if (!Number.isInteger(year) || year < 2020 || year > 2100) throw new Error(`${year} is no year`)
  const { source, holidays } = JSON.parse(json) as Partial<Year>
  if (typeof source !== 'string' || source === '') throw new Error('The file names no source')
  if (!Array.isArray(holidays) || holidays.length < 10)
    throw new Error('A whole year has at least ten holidays')
  const own = holidays.filter(({ date }) => isIsoDate(date) && yearOf(date) === year)
  const stranger = holidays.find((holiday) => !own.includes(holiday))
  if (stranger) throw new Error(`${JSON.stringify(stranger.date)} is no day of ${year}`)
  const unnamed = own.find(({ name, kind }) => !name || !KINDS.includes(kind))
  if (unnamed) throw new Error(`${unnamed.date} needs a name and a kind: ${KINDS.join(' or ')}`)
  const days = new Set(own.map(({ date }) => date))
  if (days.size < own.length) throw new Error('A day is there twice')
  return { year, source, holidays: own, workingDays: workingDaysOf(year, days) }
}

function workingDaysOf(year: number, holidays: ReadonlySet<IsoDate>): number {
  let count = 0
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (weekday(day) % 6 !== 0 && !holidays.has(day)) count += 1
  return count
}

export interface CalendarChange {
  added: IsoDate[]
  removed: IsoDate[]
  /** First day that was or becomes free; null when none does. */
  firstChanged: IsoDate | null
  statements: string[]
}

/** Replaces the year by the decree's; clocks that may move are reckoned again by the job. */
export function calendarSql(decree: Year, known: readonly IsoDate[]): CalendarChange {
  const { year, source, holidays } = decree
  const days = holidays.map(({ date }) => date)
  const added = days.filter((day) => !known.includes(day)).toSorted()
  const removed = known.filter((day) => !days.includes(day)).toSorted()
  const [firstChanged = null] = [...added, ...removed].toSorted()
  const rows = holidays.map(({ date, name, kind }) => ({ day: date, name, kind }))
  const statements = [
    `delete from holiday where day like '${year}-%';`,
    ...inserts('holiday', rows),
    `insert into calendar_year (year, source) values (${year}, ${literal(source)}) on conflict (year) do update set source = excluded.source;`,
    ...(firstChanged === null ? [] : [ASK_RECOMPUTE]),
    PUBLISH_CITY,
  ]
  return { added, removed, firstChanged, statements }
}
