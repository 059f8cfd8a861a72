import { readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  for (const rows of inParts(rowsIn(built.db))) {
    await executeSql(shell, '--remote', sqlOf(rows), name)
  }
  const expected = countsIn(built.db)
  const sql = countsOf(Object.keys(expected))
  const counts = await querySql<Record<string, number>>(shell, '--remote', sql, name)
  checkCounts(expected, (table) => counts[0]?.[table] ?? 0)
}

/** Rows of one import: each takes wrangler seconds, however few they are. */
const AT_ONCE = 20_000

function* inParts(some: Iterable<BackupRow[]>): Generator<BackupRow[]> {
  let part: BackupRow[] = []
  for (const rows of some) {
    part.push(...rows)
    if (part.length < AT_ONCE) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
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
export function sqlOf(rows: readonly BackupRow[]): string[] {
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
