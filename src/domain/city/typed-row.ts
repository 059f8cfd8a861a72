import type { City } from './city.ts'
import { sheets } from './sheets/all.ts'
import { type CityRow, type Noun, newRow, readRow } from './sheets/sheet.ts'

interface Typed {
  noun: Noun
  /** Null: a new row. */
  rowId: number | null
  typed: Readonly<Record<string, string>>
}

/** The row that was typed; null where it is none. */
export function rowTyped(city: City, { noun, rowId, typed }: Typed): CityRow | null {
  const sheet = sheets[noun]
  const known = sheet.rows(city).find(({ id }) => id === rowId)
  const read = readRow(sheet, known ?? newRow(sheet, city), typed, city)
  return read.ok ? read.row : null
}

/** The city as it would be. */
export function cityAfter(city: City, given: Typed): City | null {
  const row = rowTyped(city, given)
  return row && sheets[given.noun].put(city, row)
}
