import type { ClockRule } from '../../time/clock-rules.ts'
import type { IsoDate } from '../../time/time.ts'
import type { Holiday } from '../calendar-days.ts'
import type { Agency, Area, Authority, Category, City, FormNotice, Service } from '../city.ts'
import type { PublicLimit } from '../public-limits.ts'
import type { SettingRow } from './setting-rows.ts'

/** What a city is run by, kept row by row; a group of settings is one row. */
export type Noun =
  | 'agency'
  | 'category'
  | 'area'
  | 'authority'
  | 'notice'
  | 'calendar'
  | 'clock_rule'
  | 'limit'
  | 'service'
  | SettingNoun
type SettingNoun = 'identity' | 'manager' | 'hours' | 'outside' | 'bounds' | 'keeping' | 'intake'

/** A year as its decree says. */
export interface CalendarRow {
  /** The year. */
  id: number
  source: string
  days: Holiday[]
  /** Kept with the change alone. */
  reason: string
  active: boolean
}

export type ClockRuleRow = ClockRule & {
  id: number
  active: boolean
}

export type CityRow =
  | Agency
  | CalendarRow
  | ClockRuleRow
  | Area
  | Authority
  | Category
  | FormNotice
  | PublicLimit
  | Service
  | SettingRow

/** Why a value is not taken. */
export type Fault =
  | 'missing'
  | 'long'
  | 'unreadable'
  /** Names something that the city does not have. */
  | 'unknown'
  /** Another row has it. */
  | 'taken'
  /** A day that has begun: what is over is not written anew. */
  | 'past'
  /** A whole year has more days off. */
  | 'few'
  /** Not of the year that it stands under. */
  | 'other_year'

export interface Choice {
  value: string
  label: string
}

type ColumnKind = 'line' | 'text' | 'number' | 'day' | 'flag' | 'choice' | 'picture'

export type ReadValue<Row> = { ok: true; part: Partial<Row> } | { ok: false; fault: Fault }

/** A value as it is written: in a form, in a table that goes in or out, in the trail. */
export interface Column<Row extends CityRow = CityRow> {
  /** Of the field, and of the column in a table. */
  name: string
  kind: ColumnKind
  required: boolean
  /** Identities or the record hang on it: a second person must say yes. */
  guarded?: true
  shown(row: Row, city: City): string
  read(text: string, city: City): ReadValue<Row>
  choices?(city: City): Choice[]
}

interface Around {
  city: City
  today: IsoDate
  /** No report hangs on what has begun: a city that is brought over from its own tables. */
  unused?: boolean
}

/** One kind of row: the form, the table from outside and the trail are all made of it. */
export interface Sheet<Row extends CityRow = CityRow> {
  noun: Noun
  /** In addresses. */
  at: string
  /** The column that tells rows apart, in whatever city; null where none does. */
  key: string | null
  /** Where the key alone does not, this column beside it. */
  keyWith?: string
  /** There is one row, which can neither come nor go. */
  single?: true
  /** It has pages of its own, and what a change brings is shown before it is made. */
  own?: true
  columns: readonly Column<Row>[]
  rows(city: City): readonly Row[]
  blank(city: City): Row
  titleOf(row: Row, city: City): string
  /** The number that a row has by what it says, where it is not simply the next. */
  idOf?(row: Row): number
  /** What is wrong with a row as it is, or with what becomes of it. */
  also?(row: Row, known: Row | null, at: Around): FieldFault[]
  /** The city with the row in it, in the place of the one with its id. */
  put(city: City, row: Row): City
}

/** What stands in each field of a row. */
export function shownRow(sheet: Sheet, row: CityRow, city: City): Record<string, string> {
  return Object.fromEntries(sheet.columns.map((column) => [column.name, column.shown(row, city)]))
}

/** Whatever a row names before the row: so a table comes in again line by line. */
export function inOrder(sheet: Sheet, city: City): CityRow[] {
  const rows = sheet.rows(city)
  const parentOf = (row: CityRow) => ('parentId' in row ? row.parentId : null)
  const depthOf = (row: CityRow, seen: readonly number[] = []): number => {
    const parent = rows.find(({ id }) => id === parentOf(row))
    return parent && !seen.includes(row.id) ? 1 + depthOf(parent, [...seen, row.id]) : 0
  }
  const depths = new Map(rows.map((row) => [row.id, depthOf(row)]))
  return rows.toSorted((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0))
}

export interface FieldFault {
  field: string
  fault: Fault
}

/** The row with what was typed in it; a field that was not sent stays. */
export function readRow(
  sheet: Sheet,
  row: CityRow,
  typed: Readonly<Record<string, string>>,
  city: City,
): { ok: true; row: CityRow } | { ok: false; faults: FieldFault[] } {
  const read = sheet.columns.flatMap((column) => {
    const text = typed[column.name]
    return text === undefined ? [] : [{ field: column.name, value: column.read(text, city) }]
  })
  const faults = read.flatMap(({ field, value }) =>
    value.ok ? [] : [{ field, fault: value.fault }],
  )
  const parts = read.map(({ value }) => (value.ok ? value.part : {}))
  const next = Object.assign({}, row, ...parts) as CityRow
  if (isTaken(sheet, next, city) && sheet.key) faults.push({ field: sheet.key, fault: 'taken' })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, row: next }
}

/** With what is wrong with the row as a whole, and under the number that it has by what it says. */
export function readWhole(
  sheet: Sheet,
  known: CityRow | null,
  typed: Readonly<Record<string, string>>,
  around: Around,
): ReturnType<typeof readRow> {
  const { city } = around
  const read = readRow(sheet, known ?? newRow(sheet, city), typed, city)
  if (!read.ok) return read
  const row = sheet.idOf ? Object.assign({}, read.row, { id: sheet.idOf(read.row) }) : read.row
  const faults = sheet.also?.(row, known, around) ?? []
  return faults.length > 0 ? { ok: false, faults } : { ok: true, row }
}

function isTaken(sheet: Sheet, row: CityRow, city: City): boolean {
  const key = keyOf(sheet, row, city)
  if (!key) return false
  const others = sheet.rows(city).filter(({ id }) => id !== row.id)
  return (
    others.some((other) => keyOf(sheet, other, city) === key) ||
    leadsElsewhere(sheet, row, key, city)
  )
}

/** An address that an agency once had leads to that agency for ever. */
function leadsElsewhere({ noun }: Sheet, { id }: CityRow, key: string, city: City): boolean {
  const led = noun === 'agency' ? city.oldSlugs[key] : undefined
  return led !== undefined && led !== id
}

export function keyOf(sheet: Sheet, row: CityRow, city: City): string {
  const cells = keyColumns(sheet).map((column) => column.shown(row, city))
  return cells.every(Boolean) ? cells.join(' ') : ''
}

export function keyColumns({ columns, key, keyWith }: Sheet): Column[] {
  return columns.filter(({ name }) => name === key || name === keyWith)
}

/** As it is kept: why it was changed stands with the change. */
export function keptOf(row: CityRow): CityRow {
  return 'reason' in row ? { ...row, reason: '' } : row
}

export function isRetired(row: CityRow): boolean {
  return 'active' in row && !row.active
}

export function putIn<Row extends { id: number }>(rows: readonly Row[], row: Row): Row[] {
  return [...rows.filter(({ id }) => id !== row.id), row]
}

/** As it is before anything is typed. */
export function newRow(sheet: Sheet, city: City): CityRow {
  const id = Math.max(0, ...sheet.rows(city).map((row) => row.id)) + 1
  return Object.assign({}, sheet.blank(city), { id }) as CityRow
}

/** Guarded fields in which two states of a row differ, with what stands in the later one. */
export function guardedIn(
  sheet: Sheet,
  before: CityRow,
  after: CityRow,
  city: City,
): Record<string, string> {
  const [old, now] = [shownRow(sheet, before, city), shownRow(sheet, after, city)]
  const names = sheet.columns.filter(({ guarded }) => guarded).map(({ name }) => name)
  return Object.fromEntries(
    names.filter((name) => old[name] !== now[name]).map((name) => [name, now[name] ?? '']),
  )
}
