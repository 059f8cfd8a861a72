import { loadCity } from '../../db/city.ts'
import { runCityChange } from '../../db/run-city-change.ts'
import { tellCityAsk } from '../../db/tell-city-ask.ts'
import type { City } from '../../domain/city/city.ts'
import { newFaults } from '../../domain/city/city-faults.ts'
import type { LineFault, LineOutcome } from '../../domain/city/imports.ts'
import {
  type CityRow,
  keyColumns,
  keyOf,
  newRow,
  readRow,
  type Sheet,
  shownRow,
} from '../../domain/city/sheets/sheet.ts'
import type { Importer, ImportSession, ImportWorld } from './importer.ts'

type Typed = Readonly<Record<string, string>>

/** Rows of the city. A line whose key is known changes that row, whatever it was read from. */
export function sheetImporter(sheet: Sheet): Importer {
  return {
    columns: sheet.columns,
    open: async (world, dry) => {
      const city = await loadCity(world.db)
      return dry ? dryRun(sheet, city) : realRun(sheet, world)
    },
  }
}

function dryRun(sheet: Sheet, start: City): ImportSession {
  let city = start
  return {
    line: async (typed) => {
      const known = rowOf(sheet, typed, city)
      const read = readRow(
        sheet,
        known ?? newRow(sheet, city),
        whole(sheet, known, typed, city),
        city,
      )
      if (!read.ok) return { fate: 'refused', faults: read.faults }
      if (known && JSON.stringify(known) === JSON.stringify(read.row)) return { fate: 'same' }
      const next = sheet.put(city, read.row)
      const faults = newFaults(city, next)
      if (faults.length > 0) return refusedFor(faults)
      city = next
      return { fate: known ? 'changed' : 'added' }
    },
  }
}

function realRun(sheet: Sheet, { db, now, by }: ImportWorld): ImportSession {
  return {
    line: async (typed) => {
      const city = await loadCity(db)
      const known = rowOf(sheet, typed, city)
      const outcome = await runCityChange(
        { db, now, by },
        {
          noun: sheet.noun,
          rowId: known?.id ?? null,
          typed: whole(sheet, known, typed, city),
          // the table is what counts: it was looked at before it was taken in
          seen: Number.MAX_SAFE_INTEGER,
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
  return read.ok && JSON.stringify(read.row) === JSON.stringify(row)
}

/** A new row needs every column that must be filled, also one that the file does not have. */
function whole(sheet: Sheet, known: CityRow | null, typed: Typed, city: City): Typed {
  if (known) return typed
  const blank = shownRow(sheet, sheet.blank(city), city)
  return { ...blank, ...typed }
}
