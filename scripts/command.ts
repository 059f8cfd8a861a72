import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { quiet } from './wrangler.ts'

const bin = join(import.meta.dirname, '../node_modules/.bin')

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the wrangler that is on the PATH, else the project's own. `input` goes to its stdin. */
export async function tryWrangler(args: string[], input = ''): Promise<Ran> {
  const { CI, ...silent } = quiet
  const PATH = `${process.env.PATH ?? ''}${delimiter}${bin}`
  const child = spawn('wrangler', args, { env: { ...process.env, CI, ...silent, PATH } })
  const ran = { code: 1, out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    ran.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    ran.err += chunk
  })
  child.stdin.on('error', () => {
    // it ended without reading; its exit code says how
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  ran.code = code ?? 1
  return ran
}

/** As tryWrangler, but throws with what wrangler said when it fails. */
export async function runWrangler(args: string[], input = ''): Promise<string> {
  const { code, out, err } = await tryWrangler(args, input)
  if (code !== 0) throw new Error(`wrangler ${args.join(' ')} failed:\n${out}${err}`)
  return out
}

/** '--local' or '--remote', as the command line says; local unless told. */
export type Where = '--local' | '--remote'

export function whereOf(values: { remote?: boolean | undefined }): Where {
  return values.remote ? '--remote' : '--local'
}

/** Executes statements on the database that is bound as DB, or another by name. */
export async function executeSql(
  where: Where,
  statements: readonly string[],
  name = 'DB',
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sql-'))
  const file = join(folder, 'statements.sql')
  try {
    writeFileSync(file, `${statements.join('\n')}\n`, { mode: 0o600 })
    await runWrangler(['d1', 'execute', name, where, '--yes', `--file=${file}`])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Rows of one query, such as a count. */
export async function querySql<T>(where: Where, sql: string, name = 'DB'): Promise<T[]> {
  const out = await runWrangler(['d1', 'execute', name, where, '--json', `--command=${sql}`])
  const [first] = JSON.parse(out) as { results: T[] }[]
  return first?.results ?? []
}

/** Prints what went wrong in words, without a stack, and ends with 1. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
