import { parseArgs } from 'node:util'
import { BACKUP_INDEX, manifestKey, readManifest } from '../src/domain/city/backup.ts'
import { backup, continueBackup } from '../src/jobs/backup.ts'
import { main } from './command.ts'
import { withLocal } from './platform.ts'

const HELP = `Makes a backup of the local database in the local bucket, as the Worker does each night.

  npm run backup

End npm run dev first: two programs must not write one local database. In the city's account the
Worker makes its own, at 00.30 WIB; npm run backup:fetch -- --remote brings one down.`

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, 'persist-to': { type: 'string' } },
})

if (values.help) console.log(HELP)
else await main(() => withLocal(makeBackup, values['persist-to']))

async function makeBackup(env: Pick<Env, 'DB' | 'BACKUPS'>): Promise<void> {
  const w = { env, s: { now: Date.now() } }
  let counts = await backup(w)
  while (counts.finished === 0) counts = await continueBackup(w)
  const ids = (await (await env.BACKUPS.get(BACKUP_INDEX))?.json<string[]>()) ?? []
  const id = ids.at(-1) ?? ''
  const { parts, tables } = readManifest(
    (await (await env.BACKUPS.get(manifestKey(id)))?.text()) ?? '',
  )
  console.log(`${id}: ${parts.length} parts, ${tables.complaint ?? 0} complaints`)
}
