import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Runner, runWrangler } from '../command.ts'
import { newSecrets, type Secrets } from '../secrets.ts'
import type { Config } from '../settings.ts'
import type { Shell } from '../shell.ts'

/** The city's own copy: Cloudflare gives a secret back to nobody. Kept out of the repository. */
export function copyOfSecrets({ env }: Pick<Shell, 'env'>, worker: string): string {
  return join(env.SECRETS_FOLDER ?? '.secrets', `${worker}.json`)
}

/**
 * Makes the secrets that the Worker lacks and keeps a copy of them for the city's safe. One that
 * it has is never touched: with it the identities and the reporters' keys would be lost.
 */
export async function putMissingSecrets(shell: Shell, { name }: Config): Promise<void> {
  const known = await namesOfSecrets(shell)
  const file = copyOfSecrets(shell, name)
  const kept = readSecrets(file)
  const missing = Object.entries({ ...newSecrets(), ...kept }).filter(([key]) => !known.has(key))
  if (missing.length === 0) return
  const fresh = Object.fromEntries(missing)
  // written down first: were it put and then not kept, nobody would ever know it
  writeSecrets(file, { ...kept, ...fresh })
  await runWrangler(shell, ['secret', 'bulk'], JSON.stringify(fresh))
  shell.say(`  New: ${missing.map(([key]) => key).join(', ')}. Copy: ${file}`)
  shell.say('  Put that file into the city’s safe, in two places: without it backups stay sealed.')
}

export function readSecrets(file: string): Partial<Secrets> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

export function writeSecrets(file: string, secrets: Partial<Secrets>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
}

/** Before the first deployment there is no Worker, and so no secret. Any other failure is one. */
async function namesOfSecrets(shell: Runner): Promise<Set<string>> {
  const { code, out, err } = await shell.wrangler(['secret', 'list', '--format', 'json'], '')
  if (code === 0) return new Set((JSON.parse(out) as { name: string }[]).map(({ name }) => name))
  if (/10007|not found|does not exist/i.test(out + err)) return new Set()
  throw new Error(`wrangler secret list failed:\n${out}${err}`)
}
