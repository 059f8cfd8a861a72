import { parseArgs } from 'node:util'
import { withLocal } from './platform.ts'
import { explain, main, type Shell } from './shell.ts'
import { compareFiles, deleteFiles } from './sweep/compare.ts'

const HELP = `Compares the files with the rows that name them, both ways. Use after a restore.

  npm run sweep                 the local database and bucket (end npm run dev first)
  npm run sweep -- --delete     also deletes files that no row names

Files younger than a day are left alone: their row may still come. In the city's account the
Worker does both each night; see docs/operations.md.`

/** npm run sweep */
export async function sweep(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      delete: { type: 'boolean' },
      'persist-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  return withLocal((env) => sweepFiles(shell, env, values.delete ?? false), values['persist-to'])
}

async function sweepFiles(
  { say }: Shell,
  env: Pick<Env, 'DB' | 'FILES'>,
  deleting: boolean,
): Promise<number> {
  const { unnamed, missing, damaged } = await compareFiles(env, Date.now())
  for (const key of unnamed) say(`no row names ${key}`)
  for (const id of missing) say(`attachment ${id} has no file`)
  for (const id of damaged) say(`attachment ${id} has another file than the one that was stored`)
  if (deleting) await deleteFiles(env, unnamed)
  const done = deleting ? 'deleted' : 'left as they are'
  say(
    `${unnamed.length} files without a row (${done}), ${missing.length} rows without a file, ${damaged.length} damaged`,
  )
  return missing.length + damaged.length > 0 ? 1 : 0
}

if (import.meta.main) await main(sweep)
