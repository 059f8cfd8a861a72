/** 'YYYY-MM-DD' in the city's own time. */
export type IsoDate = string
/** Epoch milliseconds, UTC. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** A month's length for windows that need no calendar. */
export const MONTH_MS = 30.44 * DAY

function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function toIso(ms: number): IsoDate {
  return new Date(ms).toISOString().slice(0, 10)
}

/** A fixed offset: WIB is +420 minutes and has no DST. */
export function dateOf(at: Instant, offsetMinutes: number): IsoDate {
  return toIso(at + offsetMinutes * MINUTE)
}

export function minuteOfDay(at: Instant, offsetMinutes: number): number {
  return Math.floor(((((at + offsetMinutes * MINUTE) % DAY) + DAY) % DAY) / MINUTE)
}

export function instantAt(date: IsoDate, minute: number, offsetMinutes: number): Instant {
  return dayNumber(date) + (minute - offsetMinutes) * MINUTE
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(dayNumber(date) + days * DAY)
}

/** Negative when b is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.round((dayNumber(b) - dayNumber(a)) / DAY)
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  if (a < b) return b
  return a
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  if (b < a) return b
  return a
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(dayNumber(date)).getUTCDay()
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: IsoDate): string {
  return date.slice(0, 7)
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false
  const ms = dayNumber(text)
  return !Number.isNaN(ms) && toIso(ms) === text
}

/** The last day of a shorter month stands for a later one. */
export function monthsBefore(at: Instant, months: number): Instant {
  const date = new Date(at)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, days))
  return date.getTime()
}

/** 'YYYY-MM' so many months before another. */
export function monthBack(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The months of a year that ends with one, oldest first. */
export function yearOfMonths(last: string): string[] {
  return Array.from({ length: 12 }, (_, i) => monthBack(last, 11 - i))
}
