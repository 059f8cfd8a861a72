import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Shell } from './shell.ts'

/** What is needed to run wrangler. */
export type Runner = Pick<Shell, 'wrangler'>

/** Gives what wrangler printed; throws with what it said when it fails. */
export async function runWrangler(shell: Runner, args: string[], input = ''): Promise<string> {
  const { code, out, err } = await shell.wrangler(args, input)
  if (code !== 0) throw new Error(`wrangler ${nameOf(args)} failed: ${causeOf(out + err)}`)
  return out
}

/** Without what it was given: statements are long, and some hold what is nobody's business. */
function nameOf(args: string[]): string {
  const first = args.findIndex((arg) => arg.startsWith('-'))
  return args.slice(0, first < 0 ? undefined : first).join(' ')
}

/** Colours and cursor moves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they begin with
const ESCAPES = /\u001b\[[0-9;]*[A-Za-z]/g

/** The sentence among what wrangler prints around an error; all of it where there is none. */
export function causeOf(printed: string): string {
  const text = printed.replace(ESCAPES, '')
  const [, cause] = /\[?ERROR\]?\s+([\s\S]*?)(?:If you think this is a bug|🪵|$)/.exec(text) ?? []
  return (cause ?? text).replace(/\s+/g, ' ').trim()
}

/** '--local' or '--remote', as the command line says; local unless told. */
export type Where = '--local' | '--remote'

export function whereOf(values: { remote?: boolean | undefined }): Where {
  return values.remote ? '--remote' : '--local'
}

/** Systems refuse to start a program with a longer one: Linux from 128 KiB. */
const LONGEST_ARGUMENT = 100_000

/**
 * Changes by one query, all statements or none. An import would make the database answer nobody
 * meanwhile; it is for what is larger than a query may be.
 */
export async function changeSql(
  shell: Runner,
  where: Where,
  statements: readonly string[],
): Promise<void> {
  const sql = statements.join('\n')
  if (Buffer.byteLength(sql) > LONGEST_ARGUMENT) return executeSql(shell, where, statements)
  await runWrangler(shell, ['d1', 'execute', 'DB', where, '--yes', `--command=${sql}`])
}

/** Executes statements on the database that is bound as DB, or another by name. */
export async function executeSql(
  shell: Runner,
  where: Where,
  statements: readonly string[],
  name = 'DB',
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sql-'))
  const file = join(folder, 'statements.sql')
  try {
    writeFileSync(file, `${statements.join('\n')}\n`, { mode: 0o600 })
    await runWrangler(shell, ['d1', 'execute', name, where, '--yes', `--file=${file}`])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Rows of one query, such as a count. */
export async function querySql<T>(
  shell: Runner,
  where: Where,
  sql: string,
  name = 'DB',
): Promise<T[]> {
  const args = ['d1', 'execute', name, where, '--json', `--command=${sql}`]
  const [first] = JSON.parse(await runWrangler(shell, args)) as { results: T[] }[]
  return first?.results ?? []
}
