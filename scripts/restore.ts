import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type KeysAtHand, keysAtHand } from './backup-keys.ts'
import { sentenceOf } from './history-sentences.ts'
import { type Built, build, historyOf } from './restore/build.ts'
import { openChanges } from './restore/changes.ts'
import { copiesAtHand } from './restore/copies.ts'
import { openOneEach } from './restore/identities.ts'
import { LOCAL_STATE, refuseBesideServer } from './restore/in-use.ts'
import { restoreLocal } from './restore/local.ts'
import { openBackup } from './restore/read.ts'
import { restoreRemote } from './restore/remote.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Builds a fresh database from a backup that was brought down, rolled forward to the last changes.

  npm run restore -- FOLDER            tries it in memory: signature, seal, parts, counts, history, and
                                       one identity of each key. Changes nothing
  npm run restore -- FOLDER --local    then replaces the local database; the old one stays beside
  npm run restore -- FOLDER --remote   then fills a new database in the city's account
  npm run restore -- FOLDER --file F   then writes it into a file, for npm run check:history

  --name         of the new database (tanggap-restored-…)
  --signed-by=X  public key (x) that signed, where it is not that of the copy of the secrets
  --even-so      although the history or a key has findings, once they are understood and written down

What is restored is read-only until npm run readonly -- off, and its letters wait for npm run letters.
A backup that is forged, newer than this program, cut short or with a broken history is refused before
anything is touched. What to do after --remote, and with files: docs/operations.md.`

/** npm run restore */
export async function restore(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      local: { type: 'boolean' },
      remote: { type: 'boolean' },
      file: { type: 'string' },
      name: { type: 'string' },
      'signed-by': { type: 'string' },
      'even-so': { type: 'boolean' },
      'persist-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [folder] = positionals
  if (values.help || !folder) return explain(shell, HELP, values.help)
  if (values.file && existsSync(values.file))
    throw new Error(`${values.file} is there already. Remove it or choose another name`)
  if (values.local) refuseBesideServer(values['persist-to'] ?? LOCAL_STATE)
  const keys = keysAtHand(shell, values['signed-by'])
  const backup = await openBackup(folder, keys)
  const { id, startedAt } = backup.manifest
  const built = await build(backup, await openChanges(folder, keys, startedAt), Date.now())
  await tryOut(shell, built, keys, values['even-so'] ?? false)
  sayWhat(shell, id, built)
  await sayCopies(shell, built, keys, join(dirname(folder), 'files'))
  if (values.local) {
    const before = await restoreLocal(shell, built, values['persist-to'])
    shell.say(`The local database is restored.${before ? ` The one before: ${before}` : ''}`)
  }
  if (values.remote) {
    const name = values.name ?? `tanggap-restored-${id.toLowerCase()}`
    await restoreRemote(shell, built, name)
    shell.say(
      `Restored into ${name}. Put that name into wrangler.toml as database_name, then: npm run deploy`,
    )
  }
  if (values.file) {
    built.db.prepare('vacuum into ?').run(values.file)
    shell.say(`Its database is in ${values.file}. Keep it as you keep the backup.`)
  }
  built.db.close()
  shell.say(
    values.local || values.remote
      ? 'It is read-only. Look at it, then: npm run letters -- list, npm run readonly -- off'
      : 'Nothing was changed.',
  )
  return 0
}

/** Throws Error where its history or its keys do not hold, unless that is understood. */
async function tryOut(shell: Shell, { db }: Built, keys: KeysAtHand, evenSo: boolean) {
  const wrong = (await historyOf(db)).map(sentenceOf)
  const [first] = wrong
  if (first && !evenSo)
    throw new Error(`The history has ${wrong.length} findings. The first: ${first}`)
  for (const sentence of wrong) shell.say(sentence)
  shell.say(`The history is ${first ? 'not clean, as said' : 'clean'}.`)
  for (const { version, identities, accessKeys, opens, retired } of await openOneEach(db, keys)) {
    const sealed = `${identities} identities and ${accessKeys} access keys`
    if (!opens && !evenSo)
      throw new Error(
        `${sealed} are sealed with key ${version}, which is not at hand. Bring the copy of the secrets that holds it into .secrets/`,
      )
    const more = retired ? ' It is retired: npm run keys -- put-back' : ''
    shell.say(`Key ${version}: ${sealed}, one of each ${opens ? 'opened' : 'NOT opened'}.${more}`)
  }
}

function sayWhat({ say }: Shell, id: string, built: Built): void {
  const { db, sets, until, outOfReach, erased, heldLetters } = built
  const count = (table: string) => db.prepare(`select count(*) as n from ${table}`).get()?.n
  say(`${id}: whole, and ours. ${count('complaint')} complaints, ${count('event')} events.`)
  const upTo = new Date(until).toISOString()
  say(
    outOfReach
      ? `It is older than the changes that are kept: nothing after ${upTo} is in it but erasures.`
      : `Rolled forward by ${sets} sets of changes, up to ${upTo}.`,
  )
  say(`Erased since the backup and not back: ${erased}. Letters that wait for you: ${heldLetters}.`)
}

async function sayCopies(
  { say }: Shell,
  { db }: Built,
  keys: KeysAtHand,
  folder: string,
): Promise<void> {
  const { named, atHand, opens } = await copiesAtHand(db, keys, folder)
  const lacking = `npm run backup:fetch brings those that are missing here`
  say(
    `Photos and documents: ${named}, copies of ${atHand} in ${folder}${opens ? '' : ', the first does NOT open'}.${atHand < named ? ` ${lacking}.` : ''}`,
  )
}

if (import.meta.main) await main(restore)
