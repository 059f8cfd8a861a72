import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { PUBLISH_CITY } from '../../src/db/publish-city.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { executeSql, querySql, type Runner, runWrangler } from '../command.ts'
import { inserts } from '../sql.ts'
import type { Built } from './build.ts'
import { checkCounts, countsIn, rowsIn } from './rows.ts'

/** Beside wrangler.toml, so that its paths hold. */
const CONFIG = 'wrangler.restored.toml'

/**
 * Fills a new database in the account with a built one. The one in use is not touched: whoever
 * restores looks at the new one and then puts its name into wrangler.toml.
 */
export async function restoreRemote(shell: Runner, built: Built, name: string): Promise<void> {
  await refuseHalfFilled(shell, name)
  await runWrangler(shell, ['d1', 'create', name, '--location', 'apac'])
  const toml = readFileSync('wrangler.toml', 'utf8')
  writeFileSync(CONFIG, toml.replace(/^database_name = .*$/m, `database_name = "${name}"`))
  try {
    await runWrangler(shell, ['d1', 'migrations', 'apply', name, '--remote', `--config=${CONFIG}`])
  } finally {
    rmSync(CONFIG)
  }
  for (const statements of loadsOf(built)) await executeSql(shell, '--remote', statements, name)
  const expected = countsIn(built.db)
  const sql = countsOf(Object.keys(expected))
  const counts = await querySql<Record<string, number>>(shell, '--remote', sql, name)
  checkCounts(expected, (table) => counts[0]?.[table] ?? 0)
}

const LOAD = 20_000_000

/** Each brought by an import of its own, which takes seconds however little it is. */
export function* loadsOf({ db }: Pick<Built, 'db'>): Generator<string[]> {
  let load: string[] = []
  let length = 0
  for (const rows of rowsIn(db)) {
    const statements = sqlOf(rows.map(unpublished))
    load.push(...statements)
    length += statements.reduce((sum, one) => sum + one.length, 0)
    if (length < LOAD) continue
    yield load
    load = []
    length = 0
  }
  yield [...load, PUBLISH_CITY]
}

/** All of a large city in one row is more than a statement may hold: it is published anew there. */
function unpublished([table, row]: BackupRow): BackupRow {
  if (table !== 'city_snapshot') return [table, row]
  return [table, { ...row, version: Number(row.version) - 1, json: '{}' }]
}

/** What an interrupted restore left is half a database: nothing is filled into it. */
async function refuseHalfFilled(shell: Runner, name: string): Promise<void> {
  const known = JSON.parse(await runWrangler(shell, ['d1', 'list', '--json'])) as { name: string }[]
  if (known.some((one) => one.name === name))
    throw new Error(
      `There is a database ${name} already, perhaps of a restore that was interrupted. Look at it, then
remove it (npx wrangler d1 delete ${name}) or choose another name (--name)`,
    )
}

/** Inserts of rows, table by table. */
function sqlOf(rows: readonly BackupRow[]): string[] {
  const byTable = Map.groupBy(rows, ([table]) => table)
  return [...byTable].flatMap(([table, own]) =>
    inserts(
      table,
      own.map(([, row]) => row),
    ),
  )
}

function countsOf(tables: readonly string[]): string {
  const counts = tables.map((table) => `(select count(*) from "${table}") as "${table}"`)
  return `select ${counts.join(', ')}`
}
