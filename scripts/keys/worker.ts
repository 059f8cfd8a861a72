import { causeOf } from '../command.ts'
import { copyOfSecrets, readSecrets } from '../deploy/secrets.ts'
import type { Secrets } from '../secrets.ts'
import { readConfig } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { readVersions } from '../versions.ts'

/** Master keys by version. */
export type Keys = Record<string, string>

export function copyFile(shell: Shell): string {
  return copyOfSecrets(shell, readConfig().name)
}

export function keysOf(shell: Shell): Keys {
  const { IDENTITY_KEYS } = readSecrets(copyFile(shell))
  if (!IDENTITY_KEYS) throw new Error('Bring the copy of the secrets from the safe into .secrets/')
  return JSON.parse(IDENTITY_KEYS)
}

export function newestOf(known: Keys): number {
  return Math.max(...Object.keys(known).map(Number))
}

/** The provider changes no secret after a rollback (10215): looked at before the copy is written. */
export async function mayChangeSecrets(shell: Shell): Promise<void> {
  const { running, latest } = await readVersions(shell)
  if (running.id === latest.id) return
  throw new Error(`An older version runs, after a rollback: no secret can be changed until the latest one does.
Nothing was changed, here or there. Deploy the program that shall run, then repeat this:
npm run deploy`)
}

/** Into the Worker; the copy has them already, so that none is known to the Worker alone. */
export async function putSecrets(shell: Shell, secrets: Partial<Secrets>): Promise<void> {
  const { code, out, err } = await shell.wrangler(['secret', 'bulk'], JSON.stringify(secrets))
  if (code === 0) return
  throw new Error(`The copy holds the new keys, the Worker may not. Keep the copy, and run this until it
succeeds: npm run keys -- put\n${causeOf(out + err)}`)
}
