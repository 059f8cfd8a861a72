import Papa from 'papaparse'

export interface Table {
  headers: string[]
  /** Line of a spreadsheet: the line of names is 1. */
  rows: { n: number; cells: string[] }[]
}

export type CsvFault = 'empty' | 'unreadable' | 'long' | 'wide'

const MOST_LINES = 5_000
/** A spreadsheet leaves lines without a word behind its last one. */
const MOST_EMPTY = 100_000
const MOST_COLUMNS = 100
/** Letters by which it is told what it is. */
const LOOKED_AT = 100_000
/** Letters in a cell: as in a field of a form. */
const MOST_IN_CELL = 20_000

/** What a spreadsheet must not take for a formula; a number may begin with a sign. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.,]+$))/
const KEPT_FROM_FORMULA = /^'(?=[=@\t\r+-])/

/**
 * As spreadsheets write it: parted by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
 * Lines without any word are passed over.
 */
export function readCsv(
  bytes: Uint8Array,
  most = MOST_LINES,
): { ok: true; table: Table } | { ok: false; fault: CsvFault } {
  const text = decoded(bytes)
  if (text.slice(0, LOOKED_AT).includes('\0')) return { ok: false, fault: 'unreadable' }
  const { lines, fault } = linesIn(text, most)
  const [first, ...rows] = lines
  if (fault) return { ok: false, fault }
  if (!first || rows.length === 0) return { ok: false, fault: 'empty' }
  return { ok: true, table: { headers: first.cells, rows } }
}

/** No further than there is room: nothing is kept of what is passed over. */
function linesIn(text: string, most: number): { lines: Table['rows']; fault: CsvFault | null } {
  const lines: Table['rows'] = []
  let fault: CsvFault | null = null
  let n = 0
  Papa.parse<string[]>(text, {
    delimiter: partedBy(text),
    skipEmptyLines: false,
    step: ({ data }, parser) => {
      n += 1
      if (isWide(data)) fault = 'wide'
      else if (data.some((cell) => cell.trim() !== ''))
        lines.push({ n, cells: data.map(unguarded) })
      if (lines.length > most + 1 || n > MOST_EMPTY) fault = 'long'
      if (fault) parser.abort()
    },
  })
  return { lines, fault }
}

function isWide(cells: readonly string[]): boolean {
  return cells.length > MOST_COLUMNS || cells.some((cell) => cell.length > MOST_IN_CELL)
}

/** Empty lines count as one field, so that a table of two columns would look like one of one. */
function partedBy(text: string): string {
  const delimitersToGuess = [';', ',', '\t', '|']
  const looked = { delimitersToGuess, skipEmptyLines: 'greedy', preview: 50 } as const
  return Papa.parse<string[]>(text.slice(0, LOOKED_AT), looked).meta.delimiter
}

function unguarded(cell: string): string {
  return cell.replace(KEPT_FROM_FORMULA, '')
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Semicolons and a mark of UTF-8: what a spreadsheet in Indonesian opens by itself. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse([[...headers], ...rows.map((row) => [...row])], {
    delimiter: ';',
    escapeFormulae: FORMULA,
  })
  return `\ufeff${text}\r\n`
}
