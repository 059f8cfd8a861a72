import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { badSecrets } from '../../src/seal/secret-marks.ts'
import { causeOf, querySql, type Runner, runWrangler } from '../command.ts'
import { newSecrets, type Secrets } from '../secrets.ts'
import type { Config } from '../settings.ts'
import type { Shell } from '../shell.ts'

/** The city's own copy: Cloudflare gives a secret back to nobody. Kept out of the repository. */
export function copyOfSecrets({ env }: Pick<Shell, 'env'>, worker: string): string {
  return join(env.SECRETS_FOLDER ?? '.secrets', `${worker}.json`)
}

/**
 * Makes the secrets that the Worker lacks and keeps a copy of them for the city's safe. One that
 * it has is never touched. Where there are reports none is made anew: without the old one their
 * identities stay sealed and their keys open nothing, so only the copy can fill the gap.
 */
export async function putMissingSecrets(shell: Shell, { name }: Config): Promise<void> {
  const known = await namesOfSecrets(shell)
  const file = copyOfSecrets(shell, name)
  const kept = readSecrets(file)
  const made = newSecrets()
  const missing = secretNames(made).filter((key) => !known.has(key))
  if (missing.length === 0) return
  const unknown = missing.filter((key) => kept[key] === undefined)
  if (unknown.length > 0 && (await holdsReports(shell))) throw new Error(lost(unknown, file))
  const fresh = Object.fromEntries(missing.map((key) => [key, kept[key] ?? made[key]]))
  const bad = badSecrets({ ...made, ...fresh })
  if (bad.length > 0) throw new Error(malformed(bad, file))
  // written down first: were it put and then not kept, nobody would ever know it
  writeSecrets(file, { ...kept, ...fresh })
  await runWrangler(shell, ['secret', 'bulk'], JSON.stringify(fresh))
  shell.say(`  New: ${missing.join(', ')}. Copy: ${file}`)
  shell.say('  Put that file into the city’s safe, in two places: without it backups stay sealed.')
}

function secretNames(secrets: Secrets): (keyof Secrets)[] {
  return Object.keys(secrets) as (keyof Secrets)[]
}

function lost(names: string[], file: string): string {
  return `The database holds reports, but the Worker has no ${names.join(', ')}, and neither has ${file}.
New ones would lock every sealed identity and every reporter's key for ever. Nothing was changed.
Bring the copy from the city's safe to ${file} and run this command again; and see that wrangler
is signed in to the right account, and that wrangler.toml names the right Worker.`
}

function malformed(names: string[], file: string): string {
  const remedies = names.map((name) => `npm run keys -- make ${name}`)
  return `${file} holds a malformed ${names.join(', ')}. Nothing was changed.
Bring the right copy from the city's safe; where there is none, make it anew:\n${remedies.join('\n')}`
}

/** A new database has no tables yet. */
export async function hasTable(shell: Runner, name: string): Promise<boolean> {
  const sql = `select count(*) as n from sqlite_master where type = 'table' and name = '${name}'`
  const [there] = await querySql<{ n: number }>(shell, '--remote', sql)
  return there !== undefined && there.n > 0
}

export async function holdsReports(shell: Runner): Promise<boolean> {
  if (!(await hasTable(shell, 'complaint'))) return false
  const some = 'select exists (select 1 from complaint) as n'
  const [row] = await querySql<{ n: number }>(shell, '--remote', some)
  return row?.n !== 0
}

/**
 * What the copy holds: the Worker's own and, for older backups alone, the keys retired from it; and
 * what never is in the Worker: private keys that open backups, by id.
 */
type Copy = Partial<Secrets & { RETIRED_KEYS: string; BACKUP_KEYS: string }>

export function readSecrets(file: string): Copy {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

export function writeSecrets(file: string, secrets: Copy): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
}

/** What wrangler says of a Worker that is not there, and of nothing else. */
const NO_WORKER = /Worker "[^"]*" not found|\[code: 10007\]/

/** Before the first deployment there is no Worker, and so no secret. Any other failure is one. */
async function namesOfSecrets(shell: Runner): Promise<Set<string>> {
  const { code, out, err } = await shell.wrangler(['secret', 'list', '--format', 'json'], '')
  if (code === 0) return new Set((JSON.parse(out) as { name: string }[]).map(({ name }) => name))
  if (NO_WORKER.test(out + err)) return new Set()
  throw new Error(`wrangler secret list failed: ${causeOf(out + err)}`)
}
