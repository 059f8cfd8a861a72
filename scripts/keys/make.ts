import { copyFileSync, existsSync } from 'node:fs'
import type { Instant } from '../../src/domain/time/time.ts'
import { isWellFormed, SECRET_NAMES, type SecretName } from '../../src/seal/secret-marks.ts'
import { querySql } from '../command.ts'
import { hasTable, holdsReports, readSecrets, writeSecrets } from '../deploy/secrets.ts'
import { newSecrets } from '../secrets.ts'
import type { Shell } from '../shell.ts'
import { changedServerSecret } from './server-secret.ts'
import { copyFile, mayChangeSecrets, putSecrets } from './worker.ts'

/** Makes one secret anew. What that costs stands in docs/operations.md. */
export async function make(shell: Shell, given: string | undefined): Promise<void> {
  const name = SECRET_NAMES.find((one) => one === given)
  if (!name) throw new Error(`Say which: npm run keys -- make ${SECRET_NAMES.join(' | ')}`)
  if (name === 'IDENTITY_KEYS' && (await holdsReports(shell)))
    throw new Error(`The database holds reports: without its present key their identities stay sealed for ever and no access
key opens them. Nothing was changed. Add a key beside it instead: npm run keys -- rotate`)
  await mayChangeSecrets(shell)
  const file = copyFile(shell)
  const kept = readSecrets(file)
  if (existsSync(file)) copyFileSync(file, `${file}.before-${Date.now()}`)
  const fresh = { [name]: await madeAnew(shell, name, kept.SERVER_SECRET) }
  writeSecrets(file, { ...kept, ...fresh })
  await putSecrets(shell, fresh)
  shell.say(`The Worker has a new ${name}. Put the new copy into the safe, beside the one before.`)
  sayNext(shell, name, kept.RECEIPT_KEY)
}

async function madeAnew(
  shell: Shell,
  name: SecretName,
  before: string | undefined,
): Promise<string> {
  if (name !== 'SERVER_SECRET') return newSecrets()[name]
  const oldest = await oldestApp(shell)
  if (before && isWellFormed(name, before)) return changedServerSecret(before, Date.now(), oldest)
  if (oldest !== null)
    shell.say('The one before is not in the copy: authenticator apps of the staff stop working.')
  return newSecrets()[name]
}

async function oldestApp(shell: Shell): Promise<Instant | null> {
  if (!(await hasTable(shell, 'factor'))) return null
  const sql = `select min(created_at) as at from factor where kind = 'totp'`
  const [row] = await querySql<{ at: Instant | null }>(shell, '--remote', sql)
  return row?.at ?? null
}

function sayNext({ say }: Shell, name: SecretName, before: string | undefined): void {
  if (name !== 'RECEIPT_KEY' || !before) return
  say(`Receipts until today need the older public key: put it into the setting receiptKeys.
x: ${JSON.parse(before).x}`)
}
