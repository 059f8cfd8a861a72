import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { BACKUP_INDEX, manifestKey, readManifest } from '../src/domain/city/backup.ts'
import { keysAtHand } from './backup-keys.ts'
import { type Runner, runWrangler } from './command.ts'
import { withLocal } from './platform.ts'
import { bringChanges, bringDigests, type Get } from './restore/fetch.ts'
import { checkParts, readTrusted } from './restore/read.ts'
import { readConfig } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Brings a backup down from the bucket into a folder, and checks every part.

  npm run backup:fetch                        the newest of the local bucket
  npm run backup:fetch -- --remote            the newest of the city's
  npm run backup:fetch -- --remote --id 20261124T173000Z --to FOLDER
  npm run backup:fetch -- --list --remote     which there are

With it come the changes since (folder/changes), from which a restore rolls it forward, and the day
digests (beside it, digests), for npm run check:history -- --kept. Goes on where it was cut off. The
parts are sealed: reading them needs the city's copy of the secrets. All the same, the folder holds what people wrote: keep it as you would keep that.`

const AT_ONCE = 4

interface Wishes {
  id?: string | undefined
  to?: string | undefined
  'signed-by'?: string | undefined
  list?: boolean | undefined
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
      'persist-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  if (values.remote) await bringDown(shell, (key) => fromAccount(shell, key), values)
  else
    await withLocal(
      (env) => bringDown(shell, (key) => fromBucket(env, key), values),
      values['persist-to'],
    )
  return 0
}

async function bringDown(shell: Shell, get: Get, wishes: Wishes): Promise<void> {
  const { say } = shell
  const keys = keysAtHand(shell, wishes['signed-by'])
  const ids = JSON.parse(textOf(await get(BACKUP_INDEX))) as string[]
  if (wishes.list) return say(ids.join('\n'))
  const id = wishes.id ?? ids.at(-1)
  if (!id) throw new Error('There is no backup yet')
  const folder = wishes.to ?? join('backups', id)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const line = textOf(await get(manifestKey(id)))
  const manifest = readManifest(await readTrusted(keys, line, 'The manifest'))
  const missing = new Set(checkParts(folder, manifest).map(({ key }) => key))
  const queue = manifest.parts.filter(({ key }) => missing.has(key))
  say(`${id}: ${manifest.parts.length} parts, ${queue.length} to bring down`)
  await Promise.all(Array.from({ length: AT_ONCE }, () => bringParts(get, queue, folder)))
  const [wrong] = checkParts(folder, manifest)
  if (wrong) throw new Error(`${wrong.key} ${wrong.problem}`)
  // last, as in the bucket: a folder without it is no backup
  writeFileSync(join(folder, 'manifest.json'), line, { mode: 0o600 })
  const changes = await bringChanges(get, keys, folder, manifest.startedAt)
  const days = await bringDigests(get, join(dirname(folder), 'digests'), manifest, Date.now())
  say(`${changes} sets of changes since, ${days} day digests`)
  say(`Whole, in ${folder}. Try it: npm run restore -- ${folder}`)
}

async function bringParts(get: Get, queue: { key: string }[], folder: string): Promise<void> {
  for (let part = queue.shift(); part; part = queue.shift())
    writeFileSync(join(folder, basename(part.key)), await get(part.key), { mode: 0o600 })
}

async function fromBucket(env: Pick<Env, 'BACKUPS'>, key: string): Promise<Uint8Array> {
  const object = await env.BACKUPS.get(key)
  if (!object) throw new Error(`There is no ${key} in the local bucket. Make one: npm run backup`)
  return new Uint8Array(await object.arrayBuffer())
}

async function fromAccount(shell: Runner, key: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'fetch-'))
  const file = join(folder, 'object')
  try {
    const path = `${readConfig().backups}/${key}`
    await runWrangler(shell, ['r2', 'object', 'get', path, '--remote', `--file=${file}`])
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

if (import.meta.main) await main(backupFetch)
