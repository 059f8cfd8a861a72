import { addDays, daysBetween, type IsoDate, weekday, yearOf } from './time.ts'

/** What decides which days are worked on, without the office's hours. */
export interface Decrees {
  /** Decreed non-working weekdays and their names (SKB). */
  holidays: Readonly<Record<IsoDate, string>>
  firstYear: number
  lastYear: number
}

/** The same date every year: what a year without a decree is reckoned with. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '06-01', '08-17', '12-25'])

/** Sums from the first day of the first loaded year on, so that nothing walks from day to day. */
export interface WorkingDays {
  decrees: Decrees
  first: IsoDate
  /** By day since the first: working days up to and with it. */
  sums: number[]
  days: IsoDate[]
}

/** One table as long as the city's holidays are the same object: once per version of it. */
const known = new WeakMap<Decrees['holidays'], WorkingDays>()

export function workingDaysOf({ holidays, firstYear, lastYear }: Decrees): WorkingDays {
  const found = known.get(holidays)
  if (found?.decrees.firstYear === firstYear && found.decrees.lastYear === lastYear) return found
  const decrees = { holidays, firstYear, lastYear }
  const table: WorkingDays = { decrees, first: `${firstYear}-01-01`, sums: [], days: [] }
  known.set(holidays, table)
  return table
}

/** Working days up to and with it, from the first loaded year on. */
export function sumAt(day: IsoDate, table: WorkingDays): number {
  const index = daysBetween(table.first, day)
  while (table.sums.length <= index) addYear(table)
  return table.sums[index] ?? 0
}

/** The n-th working day from the first loaded year on, counted from 0. */
export function nth(n: number, table: WorkingDays): IsoDate {
  while (table.days.length <= n) addYear(table)
  return table.days[n] ?? table.first
}

/** Any stretch would do; a year is rarely too short. */
const STRETCH = 366

function addYear({ decrees, first, sums, days }: WorkingDays) {
  for (let i = 0; i < STRETCH; i++) {
    const day = addDays(first, sums.length)
    if (isDecreed(day, decrees)) days.push(day)
    sums.push(days.length)
  }
}

function isDecreed(day: IsoDate, { holidays, lastYear }: Decrees): boolean {
  const wd = weekday(day)
  if (wd === 0 || wd === 6) return false
  if (yearOf(day) > lastYear) return !FIXED_HOLIDAYS.has(day.slice(5))
  return holidays[day] === undefined
}
