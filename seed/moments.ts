import {
  addWorkingDays,
  type Calendar,
  dayZero,
  isWorkingDay,
} from '../src/domain/time/calendar.ts'
import {
  addDays,
  dateOf,
  HOUR,
  type Instant,
  type IsoDate,
  instantAt,
  MINUTE,
  minuteOfDay,
} from '../src/domain/time/time.ts'
import type { Random } from './random.ts'

/** Share of reports by month (January first): the rains of Riau come in October-December and March-April. */
const RAIN = [1.1, 0.8, 1.05, 1.2, 0.95, 0.8, 0.75, 0.85, 1, 1.3, 1.5, 1.45]

/** How likely a report comes in on a day of the span, with a use that grows over it. */
export function weightOf(day: IsoDate, progress: number, calendar: Calendar): number {
  const rain = RAIN[Number(day.slice(5, 7)) - 1] ?? 1
  return rain * (isWorkingDay(day, calendar) ? 1 : 0.4) * (0.7 + 0.6 * progress)
}

/** Hours of the day at which people write: breaks and evenings more, nights hardly. */
const WRITING = [
  [6, 1],
  [7, 2],
  [8, 4],
  [9, 6],
  [10, 6],
  [11, 5],
  [12, 5],
  [13, 4],
  [14, 4],
  [15, 4],
  [16, 4],
  [17, 4],
  [18, 3],
  [19, 6],
  [20, 7],
  [21, 5],
  [22, 2],
  [23, 1],
] as const

export function writingTime(r: Random, day: IsoDate, offset: number): Instant {
  const hours = WRITING.flatMap(([hour, share]) => Array.from({ length: share }, () => hour))
  return instantAt(day, r.pick(hours) * 60 + r.int(0, 59), offset) + r.int(0, 59_999)
}

/** A time within office hours of a working day: where a counter is open and a desk is manned. */
export function deskTime(r: Random, day: IsoDate, calendar: Calendar): Instant {
  const [opens, closes] = calendar.office
  const minute = r.int(opens + 10, closes - 10)
  return instantAt(day, minute, calendar.offset) + r.int(0, 59_999)
}

/** At a desk so many working days after an instant; none means the same day when there is time left. */
export function atDesk(r: Random, after: Instant, days: number, calendar: Calendar): Instant {
  const today = dateOf(after, calendar.offset)
  if (days > 0) return deskTime(r, addWorkingDays(today, days, calendar).day, calendar)
  const [opens, closes] = calendar.office
  const from = Math.max(opens, minuteOfDay(after, calendar.offset)) + 15
  if (dayZero(after, calendar) === today && from < closes - 45) {
    return instantAt(today, r.int(from, closes - 10), calendar.offset) + r.int(0, 59_999)
  }
  return deskTime(r, addWorkingDays(today, 1, calendar).day, calendar)
}

/** When somebody at home gets round to it: between so many hours later, never at night. */
export function atHome(
  r: Random,
  after: Instant,
  [least, most]: readonly [number, number],
  offset: number,
): Instant {
  const at = after + r.between(least * HOUR, most * HOUR)
  const minute = minuteOfDay(at, offset)
  if (minute >= 6 * 60 && minute < 22 * 60 + 30) return Math.floor(at)
  const day = dateOf(at, offset)
  const morning = minute < 6 * 60 ? day : addDays(day, 1)
  return instantAt(morning, 6 * 60 + r.int(5, 150), offset) + r.int(0, 59_999)
}

/** The n-th working day before a day. */
export function workingDaysBack(day: IsoDate, n: number, calendar: Calendar): IsoDate {
  let d = day
  for (let left = n; left > 0; ) {
    d = addDays(d, -1)
    if (isWorkingDay(d, calendar)) left -= 1
  }
  return d
}

/** Every day from a to b, both included. */
export function daysFrom(a: IsoDate, b: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (let d = a; d <= b; d = addDays(d, 1)) days.push(d)
  return days
}

export { MINUTE }
