import { cleanLine } from '../../text/clean-text.ts'
import { yearOf } from '../../time/time.ts'
import { type Holiday, readDays, writtenDays } from '../calendar-days.ts'
import type { City } from '../city.ts'
import { flag, line, text } from './columns.ts'
import type { CalendarRow, Column, FieldFault, Sheet } from './sheet.ts'

/** A whole year has more; a list cut off has not. */
const LEAST_DAYS = 10

const year: Column<CalendarRow> = {
  ...{ name: 'tahun', kind: 'number', required: true },
  shown: ({ id }) => String(id || ''),
  read: (typed) => {
    const text = cleanLine(typed)
    if (text === '') return { ok: false, fault: 'missing' }
    return /^20[2-9]\d$/.test(text)
      ? { ok: true, part: { id: Number(text) } }
      : { ok: false, fault: 'unreadable' }
  },
}

const days: Column<CalendarRow> = {
  ...{ name: 'hari', kind: 'text', required: true },
  shown: (row) => writtenDays(row.days),
  read: (typed) => {
    if (typed.trim() === '') return { ok: false, fault: 'missing' }
    const read = readDays(typed)
    return read.faults.length === 0
      ? { ok: true, part: { days: read.days } }
      : { ok: false, fault: 'unreadable' }
  },
}

export const calendar: Sheet<CalendarRow> = {
  noun: 'calendar',
  at: 'kalender',
  key: 'tahun',
  own: true,
  columns: [
    year,
    line<CalendarRow>('sumber', 'source', { required: true, most: 300 }),
    days,
    text<CalendarRow>('alasan_ubah', 'reason', { most: 500 }),
    flag<CalendarRow>('aktif', 'active'),
  ],
  rows: (city) => city.years.map((one) => rowOf(city, one)),
  blank: (city) => ({ id: city.lastYear + 1, source: '', days: [], reason: '', active: true }),
  titleOf: ({ id }) => String(id),
  idOf: ({ id }) => id,
  put: (city, row) => withYear(city, row),
  also: faultsOf,
}

function rowOf(city: City, { year: id, source }: City['years'][number]): CalendarRow {
  const joint = new Set(city.jointLeave)
  const own = Object.entries(city.holidays)
    .filter(([day]) => yearOf(day) === id)
    .map(([day, name]): Holiday => {
      return { day, name, kind: joint.has(day) ? 'cuti_bersama' : 'libur_nasional' }
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return { id, source, days: own, reason: '', active: true }
}

function withYear(city: City, row: CalendarRow): City {
  const others = Object.entries(city.holidays).filter(([day]) => yearOf(day) !== row.id)
  const own = row.active ? row.days : []
  const years = city.years.filter(({ year }) => year !== row.id)
  const all = [...years, ...(row.active ? [{ year: row.id, source: row.source }] : [])]
  const numbers = all.map(({ year }) => year)
  return {
    ...city,
    holidays: Object.fromEntries(
      [...others, ...own.map(({ day, name }) => [day, name] as const)].toSorted(([a], [b]) =>
        a < b ? -1 : 1,
      ),
    ),
    jointLeave: [
      ...city.jointLeave.filter((day) => yearOf(day) !== row.id),
      ...own.filter(({ kind }) => kind === 'cuti_bersama').map(({ day }) => day),
    ].toSorted(),
    years: all.toSorted((a, b) => a.year - b.year),
    firstYear: numbers.length > 0 ? Math.min(...numbers) : 0,
    lastYear: numbers.length > 0 ? Math.max(...numbers) : 0,
  }
}

function faultsOf(
  row: CalendarRow,
  known: CalendarRow | null,
  { city, unused }: { city: City; unused?: boolean },
): FieldFault[] {
  if (!row.active) return []
  const faults: FieldFault[] = []
  if (!known && city.years.some((one) => one.year === row.id))
    faults.push({ field: 'tahun', fault: 'taken' })
  if (row.days.length < LEAST_DAYS) faults.push({ field: 'hari', fault: 'few' })
  if (row.days.some(({ day }) => yearOf(day) !== row.id))
    faults.push({ field: 'hari', fault: 'other_year' })
  const same = known && JSON.stringify(known.days) === JSON.stringify(row.days)
  if (known && !same && !unused && row.reason === '')
    faults.push({ field: 'alasan_ubah', fault: 'missing' })
  return faults
}
