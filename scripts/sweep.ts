import { parseArgs } from 'node:util'
import { main } from './command.ts'
import { withLocal } from './platform.ts'
import { compareFiles, deleteFiles } from './sweep/compare.ts'

const HELP = `Compares the files with the rows that name them, both ways. Use after a restore.

  npm run sweep                 the local database and bucket (end npm run dev first)
  npm run sweep -- --delete     also deletes files that no row names

Files younger than a day are left alone: their row may still come. In the city's account the
Worker does both each night; see docs/operations.md.`

const { values } = parseArgs({
  options: {
    delete: { type: 'boolean' },
    'persist-to': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) console.log(HELP)
else await main(() => withLocal(sweep, values['persist-to']))

async function sweep(env: Pick<Env, 'DB' | 'FILES'>): Promise<void> {
  const { unnamed, missing } = await compareFiles(env, Date.now())
  for (const key of unnamed) console.log(`no row names ${key}`)
  for (const id of missing) console.log(`attachment ${id} has no file`)
  if (values.delete) await deleteFiles(env, unnamed)
  const done = values.delete ? 'deleted' : 'left as they are'
  console.log(
    `${unnamed.length} files without a row (${done}), ${missing.length} rows without a file`,
  )
  if (missing.length > 0) process.exitCode = 1
}
