import type { Calendar } from '../src/domain/time/calendar.ts'
import { type Clock, recomputeClock } from '../src/domain/time/clocks.ts'
import { type IsoDate, yearOf } from '../src/domain/time/time.ts'
import type { Year } from './calendar-sql.ts'
import { literal } from './sql.ts'

/** A clock as the database hands it over, with whose it is. */
export interface ClockRow
  extends Pick<
    Clock,
    'kind' | 'unit' | 'length' | 'startDay' | 'dueDay' | 'stoodStill' | 'pausedDay' | 'resumedDay'
  > {
  reference: string
  status: 'running' | 'paused'
  /** 1 where the lead agency works every day. */
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
  return `select c.reference,
  k.kind, k.unit, k.length, k.start_day as startDay, k.due_day as dueDay,
  k.stood_still as stoodStill, k.paused_day as pausedDay, k.resumed_day as resumedDay, k.status,
  a.every_day as everyDay
from clock k join complaint c on c.id = k.complaint_id left join agency a on a.id = c.lead_agency_id
where k.status in ('running', 'paused') and k.unit = 'working_day'
  and k.due_day >= ${literal(firstChanged)}
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
  return rows.flatMap((row) => {
    const own = { ...calendar, everyDay: row.everyDay === 1 }
    const clock: Clock = { ...BLANK, ...row }
    const { dueDay } = recomputeClock(clock, clock.length, own)
    return dueDay === row.dueDay
      ? []
      : [{ reference: row.reference, kind: row.kind, from: row.dueDay, to: dueDay }]
  })
}

/** What reckoning a due day does not look at. */
const BLANK = {
  round: 1,
  holder: 'agency',
  agencyId: null,
  provisional: false,
  left: null,
  endDay: null,
  late: false,
  rung: 0,
} as const
