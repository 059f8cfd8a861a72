import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import type { HistoryFinding } from '../src/seal/history-check.ts'
import { sentenceOf } from './history-sentences.ts'
import { fill, historyOf } from './restore/build.ts'
import { restoreLocal } from './restore/local.ts'
import { migrate } from './restore/migrate.ts'
import { type Backup, openBackup } from './restore/read.ts'
import { restoreRemote } from './restore/remote.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Builds a fresh database from a backup that was brought down.

  npm run restore -- FOLDER            tries it in memory: parts, counts, history. Changes nothing
  npm run restore -- FOLDER --local    then replaces the local database; the old one stays beside
  npm run restore -- FOLDER --remote   then fills a new database in the city's account

  --name    of the new database (tanggap-restored-…)
  --even-so although the history has findings, once they are understood and written down

A backup that is cut short, altered or has a broken history is refused before anything is touched.
What to do after --remote, and with files: docs/operations.md.`

/** npm run restore */
export async function restore(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      local: { type: 'boolean' },
      remote: { type: 'boolean' },
      name: { type: 'string' },
      'even-so': { type: 'boolean' },
      'persist-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [folder] = positionals
  if (values.help || !folder) return explain(shell, HELP, values.help)
  const backup = openBackup(folder)
  const wrong = (await tryInMemory(backup)).map(sentenceOf)
  const [first] = wrong
  if (first && !values['even-so'])
    throw new Error(`The history has ${wrong.length} findings. The first: ${first}`)
  for (const sentence of wrong) shell.say(sentence)
  const { id, tables } = backup.manifest
  shell.say(
    `${id}: whole. ${tables.complaint ?? 0} complaints, ${tables.event ?? 0} events, history ${first ? 'with findings' : 'clean'}.`,
  )
  if (values.local) {
    const before = await restoreLocal(shell, backup, values['persist-to'])
    shell.say(`The local database is restored. The one before: ${before}`)
  }
  if (values.remote) {
    const name = values.name ?? `tanggap-restored-${id.toLowerCase()}`
    await restoreRemote(shell, backup, name)
    shell.say(
      `Restored into ${name}. Put that name into wrangler.toml as database_name, then: npm run deploy`,
    )
  }
  if (!values.local && !values.remote) shell.say('Nothing was changed.')
  return 0
}

/** Throws Error where the backup cannot be filled in. @returns what is wrong with its history */
async function tryInMemory(backup: Backup): Promise<HistoryFinding[]> {
  const trial = new DatabaseSync(':memory:')
  migrate(trial)
  fill(trial, backup)
  const findings = await historyOf(trial)
  trial.close()
  return findings
}

if (import.meta.main) await main(restore)
