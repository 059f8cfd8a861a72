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
    shell.complain(String(error instanceof Error ? error.message : error))
    return 1
  }
}

/** Says how a command is called, which is no failure where it was asked for. */
export function explain({ say }: Shell, help: string, asked: boolean | undefined): number {
  say(help)
  return asked ? 0 : 1
}
