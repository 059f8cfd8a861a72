import type { StandingRows } from '../seal/rows-check.ts'
import {
  COVERED_NAMES,
  type CoveredName,
  ownerColumn,
  rowDigest,
  rowName,
  type StoredRow,
} from './covered.ts'
import type { Rows } from './history.ts'

/** Digests of the rows of reports with ids in (after, until], by id; also of reports that are gone. */
export async function standingRows(
  rows: Rows,
  [after, until]: readonly [number, number],
): Promise<Map<number, StandingRows>> {
  const standing = new Map<number, Map<string, string>>()
  for (const name of COVERED_NAMES)
    for (const row of await rowsOf(rows, name, after, until)) {
      const id = Number(row[ownerColumn(name)])
      const own = standing.get(id) ?? new Map<string, string>()
      standing.set(id, own.set(rowName(name, row), await rowDigest(name, row)))
    }
  return standing
}

function rowsOf(rows: Rows, name: CoveredName, after: number, until: number): Promise<StoredRow[]> {
  const owner = ownerColumn(name)
  return rows<StoredRow>(
    `select * from "${name}" where ${owner} > ? and ${owner} <= ?`,
    after,
    until,
  )
}
