import { parseArgs } from 'node:util'
import { BACKUP_INDEX, manifestKey, readManifest } from '../src/domain/city/backup.ts'
import { backup, continueBackup } from '../src/jobs/backup.ts'
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
  shell.say(await withLocal(makeBackup, values['persist-to']))
  return 0
}

/** Says which backup was made, and of how much. */
async function makeBackup(env: Pick<Env, 'DB' | 'BACKUPS'>): Promise<string> {
  const w = { env, s: { now: Date.now() } }
  let counts = await backup(w)
  while (counts.finished === 0) counts = await continueBackup(w)
  const ids = (await (await env.BACKUPS.get(BACKUP_INDEX))?.json<string[]>()) ?? []
  const id = ids.at(-1) ?? ''
  const { parts, tables } = readManifest(
    (await (await env.BACKUPS.get(manifestKey(id)))?.text()) ?? '',
  )
  return `${id}: ${parts.length} parts, ${tables.complaint ?? 0} complaints`
}

if (import.meta.main) await main(backupNow)
