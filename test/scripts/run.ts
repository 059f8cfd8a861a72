import { execFile } from 'node:child_process'

export interface Ended {
  code: number
  text: string
}

/** Runs one of our commands as npm would, and says how it ended. */
export const command = (script: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<Ended>((resolve) => {
    execFile(
      process.execPath,
      ['--no-warnings', `scripts/${script}.ts`, ...args],
      { env: { ...process.env, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, text: out + err }),
    )
  })
