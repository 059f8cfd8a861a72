import {
  addDays,
  dateOf,
  type Instant,
  type IsoDate,
  minuteOfDay,
  weekday,
  yearOf,
} from './time.ts'

export interface Calendar {
  /** Decreed non-working weekdays and their names (SKB). */
  holidays: Readonly<Record<IsoDate, string>>
  firstYear: number
  lastYear: number
  /** Office hours in minutes of the local day, [opens, closes]. */
  office: readonly [number, number]
  /** Minutes ahead of UTC; WIB is 420. */
  offset: number
  everyDay?: boolean
}

/** Provisional when a year without a loaded decree was crossed. */
export interface DueDay {
  day: IsoDate
  provisional: boolean
}

/** The same date every year: what a year without a decree is reckoned with. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '06-01', '08-17', '12-25'])

export class BeforeCalendarError extends Error {
  constructor(day: IsoDate, firstYear: number) {
    super(`${day} lies before the first loaded year ${firstYear}`)
    this.name = 'BeforeCalendarError'
  }
}

/** @throws BeforeCalendarError before the first loaded year: nothing can start there. */
export function isWorkingDay(day: IsoDate, calendar: Calendar): boolean {
  const year = yearOf(day)
  if (year < calendar.firstYear) throw new BeforeCalendarError(day, calendar.firstYear)
  if (calendar.everyDay) return true
  const wd = weekday(day)
  if (wd === 0 || wd === 6) return false
  if (year > calendar.lastYear) return !FIXED_HOLIDAYS.has(day.slice(5))
  return calendar.holidays[day] === undefined
}

export function workingDayOnOrAfter(day: IsoDate, calendar: Calendar): IsoDate {
  let d = day
  while (!isWorkingDay(d, calendar)) d = addDays(d, 1)
  return d
}

/** After office hours or on a day off it counts as received on the next working day. */
export function dayZero(at: Instant, calendar: Calendar): IsoDate {
  const day = dateOf(at, calendar.offset)
  const late = minuteOfDay(at, calendar.offset) >= calendar.office[1]
  return workingDayOnOrAfter(late && isWorkingDay(day, calendar) ? addDays(day, 1) : day, calendar)
}

/** n = 0 gives the first working day on or after it. */
export function addWorkingDays(from: IsoDate, n: number, calendar: Calendar): DueDay {
  let day = n === 0 ? workingDayOnOrAfter(from, calendar) : from
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return { day, provisional: isProvisional(day, calendar) }
}

/** Such a date never depends on a decree. */
export function addCalendarDays(from: IsoDate, n: number): DueDay {
  return {
    day: addDays(from, n),
    provisional: false,
  }
}

export function isProvisional(day: IsoDate, calendar: Calendar): boolean {
  return !calendar.everyDay && yearOf(day) > calendar.lastYear
}

/** In (a, b]; negative, counted in (b, a], when b is earlier. */
export function workingDaysBetween(a: IsoDate, b: IsoDate, calendar: Calendar): number {
  // 0 − n, not −n: −0 is written as "-0" by Intl.NumberFormat
  if (b < a) return 0 - workingDaysBetween(b, a, calendar)
  let count = 0
  for (let d = a; d < b; ) {
    d = addDays(d, 1)
    if (isWorkingDay(d, calendar)) count += 1
  }
  return count
}
