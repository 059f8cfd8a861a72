import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { executeSql, querySql, type Runner, runWrangler } from '../command.ts'
import { inserts } from '../sql.ts'
import { checkCounts } from './build.ts'
import type { Backup } from './read.ts'

/** Beside wrangler.toml, so that its paths hold. */
const CONFIG = 'wrangler.restored.toml'

/**
 * Builds a new database in the account from a backup. The one in use is not touched: whoever
 * restores looks at the new one and then puts its name into wrangler.toml.
 */
export async function restoreRemote(shell: Runner, backup: Backup, name: string): Promise<void> {
  await runWrangler(shell, ['d1', 'create', name, '--location', 'apac'])
  const toml = readFileSync('wrangler.toml', 'utf8')
  writeFileSync(CONFIG, toml.replace(/^database_name = .*$/m, `database_name = "${name}"`))
  try {
    await runWrangler(shell, ['d1', 'migrations', 'apply', name, '--remote', `--config=${CONFIG}`])
  } finally {
    rmSync(CONFIG)
  }
  for (const rows of backup.parts()) await executeSql(shell, '--remote', sqlOf(rows), name)
  const counts = await querySql<Record<string, number>>(shell, '--remote', countsOf(backup), name)
  checkCounts(backup.manifest.tables, (table) => counts[0]?.[table] ?? 0)
}

/** Inserts of one part, table by table. */
export function sqlOf(rows: readonly BackupRow[]): string[] {
  const byTable = Map.groupBy(rows, ([table]) => table)
  return [...byTable].flatMap(([table, own]) =>
    inserts(
      table,
      own.map(([, row]) => row),
    ),
  )
}

function countsOf({ manifest }: Backup): string {
  const counts = Object.keys(manifest.tables).map(
    (table) => `(select count(*) from "${table}") as "${table}"`,
  )
  return `select ${counts.join(', ')}`
}
