import { namesOf } from '../house/names.ts'
import { query } from './crawl/samples.ts'
import type { Report } from './report.ts'
import { UNLIKE_COLUMNS } from './rules.ts'

type Row = Record<string, string | number | null>

/** Every row of every table after all that was done, in the order of its key. */
export function compareRows(report: Report, before: string, after: string): void {
  const tables = [before, after].map(tablesOf)
  for (const name of new Set(tables.flat())) {
    const [had, has] = [before, after].map((storage, i) =>
      tables[i]?.includes(name) ? rowsOf(storage, name) : [],
    )
    const [first, second] = parted(had ?? [], has ?? [])
    report.text('rows', `${name} (${had?.length} rows)`, first.join('\n'), second.join('\n'))
  }
}

/** Commands and letters of a version that nothing here gave rise to. */
export async function unused(storage: string, checkout: string, since: number): Promise<string[]> {
  const names = await namesOf(checkout)
  const types = `select distinct type as name from event where at >= ${since}`
  const letters = 'select distinct template as name from outbox'
  return (['commands', 'letters'] as const).flatMap((kind) => {
    const used = query<{ name: string }>(storage, kind === 'commands' ? types : letters)
    const without = [...names[kind]].filter((name) => !used.some((one) => one.name === name))
    return without.length > 0 ? [`${kind} that were not seen: ${without.join(', ')}`] : []
  })
}

/** The first rows that differ are enough to see why. */
function parted(had: string[], has: string[]): [string[], string[]] {
  const at = had.findIndex((row, i) => row !== has[i])
  if (at < 0 && had.length === has.length) return [[], []]
  const from = at < 0 ? had.length : at
  return [had.slice(from, from + 3), has.slice(from, from + 3)]
}

/** Search tables keep their content in others; their shadow tables are theirs. */
function tablesOf(storage: string): string[] {
  return query<{ name: string }>(
    storage,
    `select name from sqlite_schema where type = 'table' and name not like '\\_cf%' escape '\\'
      and name not like 'sqlite%' and name not like '%fts%' and sql not like 'create virtual%'
      and name not like 'd1_%' order by name`,
  ).map(({ name }) => name)
}

function rowsOf(storage: string, table: string): string[] {
  return query<Row>(storage, `select * from "${table}"`)
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row).filter(([column]) => !UNLIKE_COLUMNS.has(`${table}.${column}`)),
        ),
      ),
    )
    .sort()
}
