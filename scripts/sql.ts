import { getTableColumns, getTableName, type Table } from 'drizzle-orm'

export type Scalar = string | number | boolean | null

/** A value as SQL says it. Text may hold anything but NUL, which SQLite would end it at. */
export function literal(value: Scalar): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  if (!Number.isFinite(value)) throw new Error(`${value} is no number for SQL`)
  return String(value)
}

/** Bytes. D1 takes statements of up to 100 kB. */
const LONGEST = 90_000

/**
 * Inserts as few statements as D1 allows. All rows have the columns of the first one.
 * @param ending such as 'on conflict do nothing'
 */
export function inserts(
  table: string,
  rows: readonly Record<string, Scalar>[],
  ending = '',
): string[] {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  const head = `insert into "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) values\n`
  const statements: string[] = []
  let values: string[] = []
  let length = 0
  const flush = () => {
    if (values.length > 0) statements.push(`${head}${values.join(',\n')} ${ending};`)
    values = []
    length = 0
  }
  for (const row of rows) {
    const text = `(${columns.map((c) => literal(row[c] ?? null)).join(', ')})`
    const bytes = Buffer.byteLength(text)
    if (length + bytes > LONGEST) flush()
    values.push(text)
    length += bytes + 2
  }
  flush()
  return statements
}

/** Rows of a drizzle table under the database's own column names and values. */
export function storedRows(
  table: Table,
  rows: readonly Record<string, unknown>[],
): Record<string, Scalar>[] {
  const columns = getTableColumns(table)
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => {
        const column = columns[key]
        if (!column) throw new Error(`${getTableName(table)} has no ${key}`)
        return [column.name, (value === null ? null : column.mapToDriverValue(value)) as Scalar]
      }),
    ),
  )
}
