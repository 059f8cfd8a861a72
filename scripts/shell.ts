import { parseArgs } from 'node:util'
import { type Ran, spawnWrangler } from './wrangler.ts'

/** What a command uses of the world around it: tests give it another. */
export interface Shell {
  /** Runs the wrangler that is on the PATH, else the project's own. `input` goes to its stdin. */
  wrangler: (args: string[], input: string) => Promise<Ran>
  fetch: typeof fetch
  env: NodeJS.ProcessEnv
  say: (line: string) => void
  /** What went wrong. */
  complain: (line: string) => void
}

/** One of our commands with its arguments; gives the code with which it ends. */
export type Command = (shell: Shell, args: string[]) => Promise<number>

/** Runs a command as npm started it. */
export async function main(command: Command): Promise<void> {
  const shell: Shell = {
    wrangler: spawnWrangler,
    fetch,
    env: process.env,
    say: console.log,
    complain: console.error,
  }
  process.exitCode = await perform(command, shell, process.argv.slice(2))
}

/** Says what went wrong in words, without a stack, and ends with 1. */
export async function perform(command: Command, shell: Shell, args: string[]): Promise<number> {
  try {
    return await command(shell, args)
  } catch (error) {
    shell.complain(sentenceOf(error))
    return 1
  }
}

/** What an operator can do something about: of a wrong call and of a missing file, too. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${error.message.split('. ')[0]}. Try --help.`
  if (code === 'ENOENT' && path) return `${path} is not there.`
  return error.message
}

/** Runs a command that takes nothing: it explains itself, and does nothing where it is called wrongly. */
export function plain(help: string, act: () => Promise<unknown>): Promise<void> {
  return main(async (shell, args) => {
    const options = { help: { type: 'boolean', short: 'h' } } as const
    if (parseArgs({ args, options }).values.help) return explain(shell, help, true)
    const ended = await act()
    return typeof ended === 'number' ? ended : 0
  })
}

/** Says how a command is called, which is no failure where it was asked for. */
export function explain({ say }: Shell, help: string, asked: boolean | undefined): number {
  say(help)
  return asked ? 0 : 1
}
