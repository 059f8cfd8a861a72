import { cleanLine } from '../text/clean-text.ts'
import { addDays, type IsoDate, weekday, yearOf } from '../time/time.ts'
import { readDate } from '../time/typed-date.ts'

export const HOLIDAY_KINDS = ['libur_nasional', 'cuti_bersama'] as const
type HolidayKind = (typeof HOLIDAY_KINDS)[number]

export interface Holiday {
  day: IsoDate
  name: string
  kind: HolidayKind
}

export interface DayFault {
  /** Of the list, from 1. */
  line: number
  what: 'no_date' | 'no_name' | 'no_kind' | 'twice'
}

/** A sheet of a spreadsheet has its name for each column, which says where it stands. */
const HEADINGS = [
  /^(?:tanggal|tgl|hari|date)/i,
  /^(?:nama|keterangan|uraian|peringatan|perayaan|name|summary)/i,
  /^(?:jenis|kind|kategori|type)/i,
]

/** A day a line, its parts between semicolons, tabs or bars: 1/1/2027; Tahun Baru; libur nasional */
export function readDays(text: string): { days: Holiday[]; faults: DayFault[] } {
  const lines = text.split(/\r?\n/).map((line) => line.split(/[;\t|]/).map(cleanLine))
  return readDayCells(lines)
}

export function readDayCells(lines: readonly (readonly string[])[]): {
  days: Holiday[]
  faults: DayFault[]
} {
  const days: Holiday[] = []
  const faults: DayFault[] = []
  const known = new Set<IsoDate>()
  let columns = [0, 1, 2]
  for (const [i, cells] of lines.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const heads = headingsIn(cells)
    if (days.length === 0 && faults.length === 0 && heads) columns = heads
    else {
      const [date = '', name = '', kind = ''] = columns.map((at) => cells[at] ?? '')
      const read = readHoliday(date, name, kind)
      const what = typeof read !== 'string' && known.has(read.day) ? 'twice' : read
      if (typeof what === 'string') faults.push({ line: i + 1, what })
      else {
        days.push(what)
        known.add(what.day)
      }
    }
  }
  return { days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)), faults }
}

function headingsIn(cells: readonly string[]): number[] | null {
  const found = HEADINGS.map((like) => cells.findIndex((cell) => like.test(cell.trim())))
  const [date = -1] = found
  return date >= 0 && readDate(cells[date] ?? '') === null ? found : null
}

function readHoliday(
  date: string,
  typedName: string,
  typedKind: string,
): Holiday | DayFault['what'] {
  const day = readDate(date)
  const name = cleanLine(typedName).slice(0, 200)
  const kind = kindOf(typedKind, name)
  if (day === null) return 'no_date'
  if (name === '') return 'no_name'
  if (kind === null) return 'no_kind'
  return { day, name, kind }
}

/** Where it is not said, the name of the day tells. */
function kindOf(typed: string, name: string): HolidayKind | null {
  const said = cleanLine(typed)
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
  if (/^cuti( bersama)?$/.test(said)) return 'cuti_bersama'
  if (/^(hari )?libur( nasional)?$|^nasional$/.test(said)) return 'libur_nasional'
  if (said !== '') return null
  return /cuti bersama/i.test(name) ? 'cuti_bersama' : 'libur_nasional'
}

/** As it is read again. */
export function writtenDays(days: readonly Holiday[]): string {
  return days.map((one) => dayCells(one).join('; ')).join('\n')
}

export function dayCells({ day, name, kind }: Holiday): string[] {
  return [
    day.split('-').toReversed().join('/'),
    name.replaceAll(/[;\t|]/g, ','),
    kind.replace('_', ' '),
  ]
}

/** Monday to Friday less the days off, to compare with what the decree's readers publish. */
export function workingDaysIn(year: number, days: readonly Pick<Holiday, 'day'>[]): number {
  const off = new Set(days.map(({ day }) => day))
  let count = 0
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (weekday(day) % 6 !== 0 && !off.has(day)) count += 1
  return count
}

/** Years are loaded without a gap: one between two would count as if it had no day off. */
export function joinsYears(year: number, years: readonly number[]): boolean {
  return years.length === 0 || years.some((one) => Math.abs(one - year) <= 1)
}

/** What a new list of days changes: those that are free from now on, and those that are not any more. */
export function dayChanges(before: readonly Holiday[], after: readonly Holiday[]) {
  const less = (all: readonly Holiday[], others: readonly Holiday[]) =>
    all.filter(({ day }) => !others.some((one) => one.day === day))
  return { added: less(after, before), removed: less(before, after) }
}
