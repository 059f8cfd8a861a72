/** One line of the table: what was measured against what is allowed. */
export interface Row {
  what: string
  measured: number
  limit: number
  unit: string
  /** Which page or command it was, where the row is the largest of several. */
  where?: string
}

/** The largest of several measurements stands for all of them. */
export function largest(
  row: Omit<Row, 'measured' | 'where'>,
  all: readonly { measured: number; where: string }[],
): Row {
  const [first] = all.toSorted((a, b) => b.measured - a.measured)
  if (!first) throw new Error(`nothing measured for: ${row.what}`)
  return { ...row, ...first }
}

/** A yes or no, as a row: 0 faults allowed. */
export function faultless(what: string, faults: readonly string[]): Row {
  return {
    ...{ what, measured: faults.length, limit: 0, unit: 'faults' },
    where: faults.slice(0, 3).join('; ') || undefined,
  }
}

export function passes({ measured, limit }: Row): boolean {
  return measured <= limit
}

/** Prints the table and what failed; returns how many rows did. */
export function printTable(rows: readonly Row[]): number {
  const number = (n: number) => (Number.isInteger(n) ? String(n) : n.toFixed(1))
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const row of rows) {
    const verdict = passes(row) ? 'pass' : 'FAIL'
    const value = number(row.measured).padStart(7)
    const allowed = `≤ ${number(row.limit)} ${row.unit}`.padEnd(16)
    console.log(`${verdict}  ${row.what.padEnd(width)}  ${value}  ${allowed}  ${row.where ?? ''}`)
  }
  const failed = rows.filter((row) => !passes(row)).length
  console.log(`${rows.length - failed} passed, ${failed} failed`)
  return failed
}
