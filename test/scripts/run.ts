import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Command, perform, type Shell } from '../../scripts/shell.ts'
import { type Answers, answerOf, sqlFileOf, sqlOf } from './account.ts'

/** How one of our commands ended, and all that it said. */
export interface Ended {
  code: number
  text: string
}

/** A call of wrangler. */
export interface Call {
  args: string[]
  input: string
  /** What the database was to execute. */
  sql?: string | undefined
}

/** Runs one of our commands in this process, with what it uses of the world replaced in part. */
export async function run(
  command: Command,
  args: string[],
  part: Partial<Shell> = {},
): Promise<Ended> {
  const lines: string[] = []
  const say = (line: string) => void lines.push(`${line}\n`)
  const nothing = () => Promise.reject(new Error('nothing of the kind is there'))
  const shell: Shell = {
    ...{ wrangler: nothing, fetch: nothing, env: {} },
    ...{ say, complain: say },
    ...part,
  }
  const code = await perform(command, shell, args)
  return { code, text: lines.join('') }
}

/** Stands in for wrangler: notes each call and answers as a new account would, unless told. */
export function wranglerOf(answers: Answers, calls: Call[]): Shell['wrangler'] {
  return async (args, input) => {
    const file = sqlFileOf(args)
    const sql = file ? readFileSync(file, 'utf8') : sqlOf(args)
    calls.push({ args, input, sql })
    const [code, out] = answerOf(args, answers)
    return { code, out, err: '' }
  }
}

/** Runs a script as npm would. */
export function spawned(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--no-warnings', `scripts/${script}.ts`, ...args],
      { env: { ...process.env, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, text: out + err }),
    )
  })
}
