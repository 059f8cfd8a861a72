import { mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { BACKUP_INDEX, manifestKey, readManifest } from '../src/domain/city/backup.ts'
import { utf8 } from '../src/domain/text/bytes.ts'
import { type KeysAtHand, keysAtHand } from './backup-keys.ts'
import { accountObjects, localObjects, type Objects } from './objects.ts'
import { withLocal } from './platform.ts'
import { openChanges } from './restore/changes.ts'
import { bringCopies } from './restore/copies.ts'
import { bringAll, bringChanges, bringDigests, writeWhole } from './restore/fetch.ts'
import { checkParts, openBackup, readTrusted } from './restore/read.ts'
import { readConfig } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Brings a backup down from the bucket into a folder, and checks every part.

  npm run backup:fetch                        the newest of the local bucket
  npm run backup:fetch -- --remote            the newest of the city's
  npm run backup:fetch -- --remote --id 20261124T173000Z --to FOLDER
  npm run backup:fetch -- --list --remote     which there are

With it come the changes since (folder/changes), from which a restore rolls it forward; the day digests
(beside it, digests), for npm run check:history -- --kept; and copies of photos and documents (beside
it, files), for npm run sweep -- --from, unless --without-files is given. Goes on where it was cut off.
All of it is sealed: it needs the city's copy of the secrets in .secrets/. All the same, the folder
holds what people wrote: keep it as you would keep that.`

interface Wishes {
  remote?: boolean | undefined
  id?: string | undefined
  to?: string | undefined
  'signed-by'?: string | undefined
  list?: boolean | undefined
  'without-files'?: boolean | undefined
}

/** npm run backup:fetch */
export async function backupFetch(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      id: { type: 'string' },
      to: { type: 'string' },
      'signed-by': { type: 'string' },
      list: { type: 'boolean' },
      'without-files': { type: 'boolean' },
      'persist-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  if (values.remote)
    await bringDown(shell, await accountObjects(shell, readConfig().backups), values)
  else
    await withLocal(
      ({ BACKUPS }) => bringDown(shell, localObjects(BACKUPS), values),
      values['persist-to'],
    )
  return 0
}

async function bringDown(shell: Shell, objects: Objects, wishes: Wishes): Promise<void> {
  const { say } = shell
  const { get } = objects
  const sure = sureOf(objects, wishes)
  const keys = keysAtHand(shell, wishes['signed-by'])
  const index = await get(BACKUP_INDEX)
  const ids = index ? (JSON.parse(textOf(index)) as string[]) : []
  if (wishes.list && ids.length > 0) return say(ids.join('\n'))
  const id = wishes.id ?? ids.at(-1)
  if (!id)
    throw new Error(
      `There is no backup yet. ${wishes.remote ? 'The Worker makes its first within five minutes' : 'Make one: npm run backup'}`,
    )
  const folder = wishes.to ?? join('backups', id)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const line = textOf(await sure(manifestKey(id)))
  const manifest = readManifest(await readTrusted(keys, line, 'The manifest'))
  const wanting = checkParts(folder, manifest).map(({ key }) => key)
  say(`${id}: ${manifest.parts.length} parts, ${wanting.length} to bring down`)
  for (const key of wanting) rmSync(join(folder, basename(key)), { force: true })
  await bringAll(get, folder, wanting)
  const [wrong] = checkParts(folder, manifest)
  if (wrong) throw new Error(`${wrong.key} ${wrong.problem}`)
  // last, as in the bucket: a folder without it is no backup
  writeWhole(join(folder, 'manifest.json'), utf8(line))
  const changes = await bringChanges(objects, keys, folder, manifest.startedAt, say)
  const days = await bringDigests(get, join(dirname(folder), 'digests'), manifest, Date.now())
  say(`${changes} sets of changes since, ${days} day digests`)
  if (!wishes['without-files']) await bringFiles(shell, objects, keys, folder)
  say(`Whole, in ${folder}. Try it: npm run restore -- ${folder}`)
}

/** Which there are is said by the rows alone, and those are sealed. */
async function bringFiles(
  { say }: Shell,
  { get }: Objects,
  keys: KeysAtHand,
  folder: string,
): Promise<void> {
  const backup = await openBackup(folder, keys)
  const changes = await openChanges(folder, keys, backup.manifest.startedAt)
  const to = join(dirname(folder), 'files')
  const { named, missing } = await bringCopies(get, to, backup, changes)
  say(`${named} photos and documents, ${missing.length} without a copy; in ${to}`)
}

function sureOf({ get }: Objects, { remote }: Wishes): (key: string) => Promise<Uint8Array> {
  return async (key) => {
    const bytes = await get(key)
    if (bytes) return bytes
    throw new Error(
      remote
        ? `There is no ${key} in the city's bucket of backups`
        : `There is no ${key} in the local bucket. Make one: npm run backup`,
    )
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

if (import.meta.main) await main(backupFetch)
