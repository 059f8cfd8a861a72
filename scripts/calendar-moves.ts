import type { Calendar } from '../src/domain/time/calendar.ts'
import { type Clock, recomputeClock } from '../src/domain/time/clocks.ts'
import { type IsoDate, yearOf } from '../src/domain/time/time.ts'
import type { Year } from './calendar-sql.ts'
import { literal } from './sql.ts'

/** A clock as the database hands it over, with whose it is. */
export interface ClockRow
  extends Pick<Clock, 'kind' | 'holder' | 'unit' | 'length' | 'since' | 'dueDay'> {
  reference: string
  status: 'running' | 'paused'
  /** JSON. */
  pauses: string
  /** 1 where its agency works every day. */
  everyDay: number | null
}

export interface Move {
  reference: string
  kind: string
  from: IsoDate
  to: IsoDate
}

/** Running and standing clocks that a change from a day on may move, the one due first first. */
export function clocksFrom(firstChanged: IsoDate, limit: number): string {
  return `select c.reference, k.kind, k.holder, k.unit, k.length, k.since, k.due_day as dueDay,
  k.pauses, k.status, a.every_day as everyDay
from clock k join complaint c on c.id = k.complaint_id left join agency a on a.id = k.agency_id
where k.status in ('running', 'paused') and k.unit <> 'hour' and k.due_day >= ${literal(firstChanged)}
order by k.due_day, k.complaint_id limit ${limit}`
}

/** What the city's calendar is with a year replaced by its decree. */
export function amended(
  known: { days: readonly IsoDate[]; years: readonly number[] },
  { year, holidays }: Year,
  { office, offset }: Pick<Calendar, 'office' | 'offset'>,
): Calendar {
  const others = known.days.filter((day) => yearOf(day) !== year).map((day) => [day, ''])
  const years = [...known.years, year]
  return {
    holidays: Object.fromEntries([...others, ...holidays.map(({ date, name }) => [date, name])]),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    office,
    offset,
  }
}

/** Which of these clocks the job will move, from which due day to which. */
export function movesBy(calendar: Calendar, rows: readonly ClockRow[]): Move[] {
  const withAgency = { ...calendar, everyDayAgencies: [EVERY_DAY] }
  return rows.flatMap(({ reference, everyDay, ...row }) => {
    const clock: Clock = {
      ...{ ...BLANK, ...row, startDay: row.since },
      agencyId: everyDay === 1 ? EVERY_DAY : null,
      pauses: JSON.parse(row.pauses) as Clock['pauses'],
    }
    const { dueDay } = recomputeClock(clock, withAgency)
    return dueDay === row.dueDay
      ? []
      : [{ reference, kind: row.kind, from: row.dueDay, to: dueDay }]
  })
}

/** Any number stands for an agency that works every day. */
const EVERY_DAY = 1

const MINUTES = { sinceAt: null, dueAt: null, endAt: null }

/** What reckoning a due day does not look at. */
const BLANK = {
  round: 1,
  provisional: false,
  endDay: null,
  late: false,
  rung: 0,
  ...MINUTES,
} as const
