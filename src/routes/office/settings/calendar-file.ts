import { readDayCells, writtenDays } from '../../../domain/city/calendar-days.ts'
import { yearOf } from '../../../domain/time/time.ts'
import { readCsv } from '../../../files/csv.ts'
import { readIcs } from '../../../files/ics.ts'

/** Lines to be mended by hand; a file with more of them is no calendar. */
const MOST_WRONG = 50

/** The days of a year in a file, as the form writes them; null: none is found. */
export async function daysFromFile(file: File, year: number, most: number): Promise<string | null> {
  if (file.size > most) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const lines = /^\uFEFF?BEGIN:VCALENDAR/.test(text)
    ? readIcs(text).map(({ day, name }) => [day, name, ''])
    : cellsOf(bytes)
  const { days, faults } = readDayCells(lines)
  const own = days.filter(({ day }) => yearOf(day) === year)
  // other years of the file are left out; a line that cannot be read is shown as it is
  const wrong = faults.map(({ line }) => (lines[line - 1] ?? []).join('; '))
  return own.length === 0 || wrong.length > MOST_WRONG
    ? null
    : [writtenDays(own), ...wrong].join('\n')
}

function cellsOf(bytes: Uint8Array): string[][] {
  const read = readCsv(bytes)
  return read.ok ? [read.table.headers, ...read.table.rows.map(({ cells }) => cells)] : []
}
