import { parseArgs } from 'node:util'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import { BACKUP_INDEX, manifestKey, readManifest } from '../src/domain/city/backup.ts'
import { backup, continueBackup } from '../src/jobs/backup.ts'
import { copyFiles } from '../src/jobs/copy-files.ts'
import { exportChanges } from '../src/jobs/export-changes.ts'
import { readSigned } from '../src/seal/signed-record.ts'
import { keepBackupKey, localReceiptKey, setBackupKey } from './backup-keys.ts'
import { withLocal } from './platform.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Makes a backup of the local database in the local bucket, as the Worker does each night.

  npm run backup

End npm run dev first: two programs must not write one local database. In the city's account the
Worker makes its own, at 00.30 WIB; npm run backup:fetch -- --remote brings one down.`

/** npm run backup */
export async function backupNow(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' }, 'persist-to': { type: 'string' } },
  })
  if (values.help) return explain(shell, HELP, true)
  const RECEIPT_KEY = localReceiptKey(shell)
  const made = (env: LocalEnv) => makeBackup(shell, { ...env, RECEIPT_KEY })
  shell.say(await withLocal(made, values['persist-to']))
  return 0
}

type LocalEnv = Pick<Env, 'DB' | 'FILES' | 'BACKUPS'>

/** Says which backup was made, and of how much. */
async function makeBackup(shell: Shell, env: LocalEnv & Pick<Env, 'RECEIPT_KEY'>): Promise<string> {
  await keyOnce(shell, env)
  const w = { env, s: { now: Date.now() } }
  let counts = await backup(w)
  while (counts.finished === 0) counts = await continueBackup(w)
  await exportChanges(w)
  const photos = await copyAll(w)
  const ids = (await (await env.BACKUPS.get(BACKUP_INDEX))?.json<string[]>()) ?? []
  const id = ids.at(-1) ?? ''
  const line = (await (await env.BACKUPS.get(manifestKey(id)))?.text()) ?? ''
  const read = await readSigned([JSON.parse(env.RECEIPT_KEY)], line)
  const { parts, tables } = readManifest(read.ok ? read.record : null)
  return `${id}: ${parts.length} parts, ${tables.complaint ?? 0} complaints; ${photos} files copied`
}

async function copyAll(w: Parameters<typeof copyFiles>[0]): Promise<number> {
  let all = 0
  for (;;) {
    const { copied = 0, left = 0 } = await copyFiles(w)
    all += copied
    if (left === 0) return all
  }
}

/** Here nobody deploys: the local key is made with the first backup. */
async function keyOnce(shell: Shell, { DB }: LocalEnv): Promise<void> {
  if (await DB.prepare(`select 1 from setting where key = 'backupKey'`).first()) return
  const { x, file } = await keepBackupKey(shell)
  await DB.prepare(setBackupKey(x)).run()
  await DB.prepare(PUBLISH_CITY).run()
  shell.say(`Backups of the local database are sealed; the key to them: ${file}`)
}

if (import.meta.main) await main(backupNow)
