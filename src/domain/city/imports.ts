import { cleanLine } from '../text/clean-text.ts'
import type { Fault } from './sheets/sheet.ts'

/** A file's columns are named, its lines looked at, then taken in. */
export type ImportState = 'mapping' | 'checking' | 'checked' | 'running' | 'done'

export type LineFate = 'added' | 'changed' | 'same' | 'refused'

/** Why a line is refused; `city`: what it would do to the city as a whole. */
export type LineFault =
  | { field: string; fault: Fault }
  | { field: string; city: string }
  | { field: string; line: LineOnly }

/** What only a table can have wrong. */
export type LineOnly =
  | 'template_fields'
  | 'templates_full'
  | 'reason_short'
  | 'no_inspectorate'
  | 'staff_left'
  | 'staff_self'
  | 'shown_first'
  | 'past_keeping'
  | 'staff_address'

export type LineOutcome =
  | { fate: Exclude<LineFate, 'refused'> }
  | { fate: 'refused'; faults: LineFault[] }

/** Which column of the file (from 0) holds a column of ours; a column that is in none is left as it is. */
export type Mapping = Readonly<Record<string, number>>

/**
 * A column that is called by our name, as our forms call it, or by the first word of our name where no other
 * begins so ("Kode" is kode_wilayah), whatever the case and signs.
 */
export function guessMapping(
  columns: readonly { name: string; label: string; also?: readonly string[] }[],
  headers: readonly string[],
): Mapping {
  const plain = headers.map(bare)
  const names = new Set(columns.map(({ name }) => bare(name)))
  const firsts = columns.map(({ name }) => firstOf(name))
  return Object.fromEntries(
    columns.flatMap(({ name, label, also = [] }) => {
      const first = firstOf(name)
      const alone = firsts.filter((one) => one === first).length === 1 && !names.has(first)
      const said = [name, label, ...also, ...(alone ? [first] : [])]
      const at = said.map((one) => plain.indexOf(bare(one))).find((i) => i >= 0)
      return at === undefined ? [] : [[name, at]]
    }),
  )
}

function firstOf(name: string): string {
  return bare(name.split('_')[0] ?? '')
}

function bare(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The fields of a line, by our names. */
export function typedOf(cells: readonly string[], mapping: Mapping): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).map(([name, at]) => [name, cells[at] ?? '']))
}

export type Counts = Record<LineFate, number>

export const NO_COUNTS: Counts = { added: 0, changed: 0, same: 0, refused: 0 }
