import {
  addDays,
  dateOf,
  daysBetween,
  type Instant,
  type IsoDate,
  minuteOfDay,
  weekday,
  yearOf,
} from './time.ts'
import { type Decrees, nth, sumAt, workingDaysOf } from './working-days.ts'

export interface Calendar extends Decrees {
  /** Office hours in minutes of the local day, [opens, closes]. */
  office: readonly [number, number]
  /** Minutes ahead of UTC; WIB is 420. */
  offset: number
  /** Knows no day off. */
  everyDay?: boolean
  /** Agencies (hospital, fire brigade) that know none: see weekOf. */
  everyDayAgencies?: readonly number[]
}

/** Provisional when a year without a loaded decree was crossed. */
export interface DueDay {
  day: IsoDate
  provisional: boolean
}

export class BeforeCalendarError extends Error {
  constructor(day: IsoDate, firstYear: number) {
    super(`${day} lies before the first loaded year ${firstYear}`)
    this.name = 'BeforeCalendarError'
  }
}

/** By which days whoever holds something works; null: the city's own desk, and the reporter. */
export function weekOf(agencyId: number | null, calendar: Calendar): Calendar {
  return agencyId !== null && calendar.everyDayAgencies?.includes(agencyId)
    ? { ...calendar, everyDay: true }
    : calendar
}

function assertLoaded(day: IsoDate, { firstYear }: Calendar) {
  if (yearOf(day) < firstYear) throw new BeforeCalendarError(day, firstYear)
}

/** @throws BeforeCalendarError before the first loaded year: nothing can start there. */
export function isWorkingDay(day: IsoDate, calendar: Calendar): boolean {
  assertLoaded(day, calendar)
  if (calendar.everyDay) return true
  const table = workingDaysOf(calendar)
  return sumAt(day, table) > sumAt(addDays(day, -1), table)
}

export function workingDayOnOrAfter(day: IsoDate, calendar: Calendar): IsoDate {
  if (isWorkingDay(day, calendar)) return day
  const table = workingDaysOf(calendar)
  return nth(sumAt(day, table), table)
}

export function workingDayOnOrBefore(day: IsoDate, calendar: Calendar): IsoDate {
  if (isWorkingDay(day, calendar)) return day
  const table = workingDaysOf(calendar)
  return nth(sumAt(day, table) - 1, table)
}

/** The earliest day that it may count as received on, whatever days off are decreed later. */
export function openDay(at: Instant, { office, offset }: Calendar): IsoDate {
  const day = dateOf(at, offset)
  // minutes count: the closing one itself is within office hours
  return minuteOfDay(at, offset) > office[1] ? addDays(day, 1) : day
}

/** After office hours or on a day off it counts as received on the next working day. */
export function dayZero(at: Instant, calendar: Calendar): IsoDate {
  return workingDayOnOrAfter(openDay(at, calendar), calendar)
}

/** The Sunday of the week that is worked in next: of this one until its last office hours end. */
export function endOfWorkingWeek(now: Instant, calendar: Calendar): IsoDate {
  const day = dayZero(now, calendar)
  return addDays(day, (7 - weekday(day)) % 7)
}

/** n = 0 gives the first working day on or after it. */
export function addWorkingDays(from: IsoDate, n: number, calendar: Calendar): DueDay {
  const day = n === 0 ? workingDayOnOrAfter(from, calendar) : nthAfter(from, n, calendar)
  return { day, provisional: isProvisional(day, calendar) }
}

function nthAfter(from: IsoDate, n: number, calendar: Calendar): IsoDate {
  assertLoaded(addDays(from, 1), calendar)
  if (calendar.everyDay) return addDays(from, n)
  const table = workingDaysOf(calendar)
  return nth(sumAt(from, table) + n - 1, table)
}

/** Where it would lie before the first loaded year, every day before that counts. */
export function workingDaysBefore(day: IsoDate, n: number, calendar: Calendar): IsoDate {
  if (n === 0) return day
  if (calendar.everyDay) return addDays(day, -n)
  const table = workingDaysOf(calendar)
  const index = sumAt(addDays(day, -1), table) - n
  return index >= 0 ? nth(index, table) : addDays(table.first, index)
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
  if (a === b) return 0
  // 0 − n, not −n: −0 is written as "-0" by Intl.NumberFormat
  if (b < a) return 0 - workingDaysBetween(b, a, calendar)
  assertLoaded(addDays(a, 1), calendar)
  if (calendar.everyDay) return daysBetween(a, b)
  const table = workingDaysOf(calendar)
  return sumAt(b, table) - sumAt(a, table)
}
