import { keepExport } from '../../db/exports.ts'
import type { AppContext } from '../../http.ts'
import { sendCsv } from '../send-csv.ts'

/** A table that staff take along: on record first, who, which and how many lines. */
export async function sendTable(
  c: AppContext,
  name: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Response> {
  await recordExport(c, name, rows.length)
  return sendCsv(c, name, headers, rows)
}

/** `name`: of the file, without its ending. */
export async function recordExport(c: AppContext, name: string, lines: number): Promise<void> {
  const { db, now, staff } = c.var
  await keepExport(db, { at: now, by: `staff:${staff.id}`, name, lines })
}
