import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { main } from './command.ts'
import { fill, historyOf } from './restore/build.ts'
import { restoreLocal } from './restore/local.ts'
import { migrate } from './restore/migrate.ts'
import { openBackup } from './restore/read.ts'
import { restoreRemote } from './restore/remote.ts'

const HELP = `Builds a fresh database from a backup that was brought down.

  npm run restore -- FOLDER            tries it in memory: parts, counts, history. Changes nothing
  npm run restore -- FOLDER --local    then replaces the local database; the old one stays beside
  npm run restore -- FOLDER --remote   then fills a new database in the city's account

  --name    of the new database (tanggap-restored-…)

A backup that is cut short, altered or has a broken history is refused before anything is touched.
What to do after --remote, and with files: docs/operations.md.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    local: { type: 'boolean' },
    remote: { type: 'boolean' },
    name: { type: 'string' },
    'persist-to': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const [folder] = positionals

if (values.help || !folder) {
  console.log(HELP)
  process.exitCode = values.help ? 0 : 1
} else
  await main(async () => {
    const backup = openBackup(folder)
    const trial = new DatabaseSync(':memory:')
    migrate(trial)
    fill(trial, backup)
    const findings = await historyOf(trial)
    trial.close()
    const [first] = findings
    if (first)
      throw new Error(
        `The history has ${findings.length} findings, first: ${JSON.stringify(first)}`,
      )
    const { id, tables } = backup.manifest
    console.log(
      `${id}: whole. ${tables.complaint ?? 0} complaints, ${tables.event ?? 0} events, history clean.`,
    )
    if (values.local) {
      const before = await restoreLocal(backup, values['persist-to'])
      console.log(`The local database is restored. The one before: ${before}`)
    }
    if (values.remote) {
      const name = values.name ?? `tanggap-restored-${id.toLowerCase()}`
      await restoreRemote(backup, name)
      console.log(
        `Restored into ${name}. Put that name into wrangler.toml as database_name, then: npm run deploy`,
      )
    }
    if (!values.local && !values.remote) console.log('Nothing was changed.')
  })
