import { createHash } from 'node:crypto'
import { changeSql, querySql, type Runner } from '../command.ts'
import { literal } from '../sql.ts'

/** How far it has come, under a name with a colon: not the city's own setting. */
const LOADED = 'deploy:city'

/** Loads the city's data, unless just these statements were loaded before. */
export async function loadCity(shell: Runner, statements: readonly string[]): Promise<boolean> {
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex')
  const asked = `select value from setting where key = ${literal(LOADED)}`
  const [row] = await querySql<{ value: string }>(shell, '--remote', asked)
  const value = JSON.stringify(digest)
  if (row?.value === value) return false
  await changeSql(shell, '--remote', [
    ...statements,
    `insert into setting (key, value) values (${literal(LOADED)}, ${literal(value)})
on conflict (key) do update set value = excluded.value;`,
  ])
  return true
}
