import { plainTyped } from '../text/plain-typed.ts'
import { type IsoDate, isIsoDate } from './time.ts'

/** As they begin, in Indonesian and English. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
]

const YEAR = '(\\d{4}|\\d{2})'
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[t ]\d{2}[:.]\d{2}.*)?$/
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ]${YEAR}$`)
const DAY_MONTH = new RegExp(`^(\\d{1,2})[-/. ]?([a-z]{3,9})[-/.]?[-/. ]?${YEAR}$`)
const MONTH_DAY = new RegExp(`^([a-z]{3,9})\\.? (\\d{1,2}),? ${YEAR}$`)
const BEFORE =
  /^(?:tgl|tanggal|hari)?[.:]? ?(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b)?,? ?/

/** A whole day of a year, as people write it: day before month; null for anything else. */
export function readDate(typed: string): IsoDate | null {
  const text = plainTyped(typed.slice(0, 100))
    .toLowerCase()
    .replace(/ ?([-/.]) ?/g, '$1')
    .replace(BEFORE, '')
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? []
  if (year && month && day) return dayOf(year, Number(month), day)
  const [, first, second, yearLast] = DAY_FIRST.exec(text) ?? []
  if (first && second && yearLast)
    return dayOf(yearLast, Number(second), first) ?? dayOf(yearLast, Number(first), second)
  const [, date, name, ofYear] = DAY_MONTH.exec(text) ?? []
  if (date && name && ofYear) return dayOf(ofYear, monthOf(name), date)
  const [, english, ofMonth, inYear] = MONTH_DAY.exec(text) ?? []
  return english && ofMonth && inYear ? dayOf(inYear, monthOf(english), ofMonth) : null
}

function monthOf(name: string): number {
  return MONTHS.findIndex((beginnings) => beginnings.some((one) => name.startsWith(one))) + 1
}

function dayOf(year: string, month: number, day: string): IsoDate | null {
  const two = (number: number | string) => String(number).padStart(2, '0')
  const date = `${year.padStart(4, '20')}-${two(month)}-${two(day)}`
  return isIsoDate(date) ? date : null
}
