import type { City } from '../../../domain/city/city.ts'
import type { CityFault } from '../../../domain/city/city-faults.ts'
import { sheets } from '../../../domain/city/sheets/all.ts'
import type { FieldFault, Sheet } from '../../../domain/city/sheets/sheet.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Words } from '../../../words/words.ts'

function labelOf(t: Words, field: string): string {
  return t.settings.fields[field]?.[0] ?? field
}

export function fieldFaultErrors(
  t: Words,
  { columns }: Sheet,
  faults: readonly FieldFault[],
): FieldError[] {
  return columns.flatMap(({ name }) =>
    faults
      .filter(({ field }) => field === name)
      .map(({ field, fault }) => ({ field, text: t.settings.faults[fault](labelOf(t, field)) })),
  )
}

/** At its field where it is of this form; else with the name of the row that it is in. */
export function cityFaultErrors(
  t: Words,
  { noun }: Sheet,
  rowId: number,
  faults: readonly CityFault[],
  city: City,
): FieldError[] {
  return faults.map((fault) => {
    const text = t.settings.cityFaults[fault.what]
    return fault.noun === noun && (fault.rowId === rowId || rowId === 0 || fault.rowId === 0)
      ? { field: fault.field, text }
      : { field: null, text: t.settings.elsewhere(whereOf(t, fault, city), text) }
  })
}

function whereOf(t: Words, { noun, rowId }: CityFault, city: City): string {
  const row = sheets[noun].rows(city).find(({ id }) => id === rowId)
  const title = row ? sheets[noun].titleOf(row, city) : ''
  return title ? `${t.settings.nouns[noun].one} ${title}` : t.settings.nouns[noun].title
}
