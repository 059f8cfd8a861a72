import type { AppContext } from '../http.ts'

/** A table to keep; `name`: of the file, without its ending. */
export async function sendCsv(
  c: AppContext,
  name: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Response> {
  const { writeCsv } = await import('../files/csv.ts')
  return c.body(writeCsv(headers, rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  })
}
