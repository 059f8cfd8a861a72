import { loadCity } from '../../db/city.ts'
import { hasReports } from '../../db/city-use.ts'
import { faultsBetween, runCityChange } from '../../db/run-city-change.ts'
import { tellCityAsk } from '../../db/tell-city-ask.ts'
import type { City } from '../../domain/city/city.ts'
import type { LineFault, LineOutcome } from '../../domain/city/imports.ts'
import { isLookedAt } from '../../domain/city/opening.ts'
import {
  type CityRow,
  keptOf,
  keyColumns,
  keyOf,
  readRow,
  readWhole,
  type Sheet,
  shownRow,
} from '../../domain/city/sheets/sheet.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { Importer, ImportSession, ImportWorld } from './importer.ts'

type Typed = Readonly<Record<string, string>>

/** Rows of the city. A line whose key is known changes that row, whatever it was read from. */
export function sheetImporter(sheet: Sheet): Importer {
  return {
    columns: sheet.columns,
    open: async (world, dry) => {
      const city = await loadCity(world.db)
      const unused = !(await hasReports(world.db))
      return dry ? dryRun(sheet, city, world, unused) : realRun(sheet, world, unused)
    },
  }
}

function dryRun(sheet: Sheet, start: City, world: ImportWorld, unused: boolean): ImportSession {
  let city = start
  return {
    line: async (typed) => {
      const known = rowOf(sheet, typed, city)
      const around = { city, unused, today: dateOf(world.now, city.settings.offset) }
      const read = readWhole(sheet, known, whole(sheet, known, typed, city), around)
      const isSame = read.ok && JSON.stringify(known) === JSON.stringify(keptOf(read.row))
      if (isSame && isLookedAt(city, sheet.noun)) return { fate: 'same' }
      if (isShownFirst(sheet, unused)) return shownFirst(sheet)
      if (!read.ok) return { fate: 'refused', faults: read.faults }
      const next = sheet.put(city, read.row)
      const faults = await faultsBetween(world, city, next)
      if (faults.length > 0) return refusedFor(faults)
      city = next
      return { fate: known ? 'changed' : 'added' }
    },
  }
}

function realRun(sheet: Sheet, { db, now, by }: ImportWorld, unused: boolean): ImportSession {
  return {
    line: async (typed) => {
      const city = await loadCity(db)
      const known = rowOf(sheet, typed, city)
      if (isShownFirst(sheet, unused))
        return known && saysTheSame(sheet, known, typed, city)
          ? { fate: 'same' }
          : shownFirst(sheet)
      const outcome = await runCityChange(
        { db, now, by },
        {
          noun: sheet.noun,
          rowId: known?.id ?? null,
          typed: whole(sheet, known, typed, city),
          // the table is what counts: it was looked at before it was taken in
          seen: Number.MAX_SAFE_INTEGER,
          unused,
        },
      )
      if (outcome.kind === 'done') return { fate: known ? 'changed' : 'added' }
      if (outcome.kind === 'waits') {
        // in the outbox: the five-minute job sends what no request did
        await tellCityAsk(db, outcome.askId, 'asked', now)
        return { fate: 'changed' }
      }
      if (outcome.kind !== 'refused') return { fate: 'same' }
      return outcome.cityFaults.length > 0
        ? refusedFor(outcome.cityFaults)
        : { fate: 'refused', faults: outcome.faults }
    },
  }
}

/** Dates of open reports hang on it: its own page shows which of them move. */
function isShownFirst({ own }: Sheet, unused: boolean): boolean {
  return own === true && !unused
}

function shownFirst({ columns }: Sheet): LineOutcome {
  return { fate: 'refused', faults: [{ field: columns[0]?.name ?? '', line: 'shown_first' }] }
}

function refusedFor(faults: readonly { field: string; what: string }[]): LineOutcome {
  return {
    fate: 'refused',
    faults: faults.map(({ field, what }): LineFault => ({ field, city: what })),
  }
}

/** By its key; rows without one are known when every cell says the same. */
function rowOf(sheet: Sheet, typed: Typed, city: City): CityRow | null {
  if (sheet.single) return sheet.rows(city)[0] ?? null
  if (sheet.key === null)
    return sheet.rows(city).find((row) => saysTheSame(sheet, row, typed, city)) ?? null
  const read = keyColumns(sheet).map((column) => column.read(typed[column.name] ?? '', city))
  const parts = read.flatMap((value) => (value.ok ? [value.part] : []))
  if (parts.length < read.length) return null
  const key = keyOf(sheet, Object.assign({}, sheet.blank(city), ...parts) as CityRow, city)
  return sheet.rows(city).find((row) => keyOf(sheet, row, city) === key) ?? null
}

function saysTheSame(sheet: Sheet, row: CityRow, typed: Typed, city: City): boolean {
  const read = readRow(sheet, row, typed, city)
  return read.ok && JSON.stringify(keptOf(read.row)) === JSON.stringify(row)
}

/** A new row needs every column that must be filled, also one that the file does not have. */
function whole(sheet: Sheet, known: CityRow | null, typed: Typed, city: City): Typed {
  if (known) return typed
  const blank = shownRow(sheet, sheet.blank(city), city)
  return { ...blank, ...typed }
}
