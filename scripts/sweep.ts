import { parseArgs } from 'node:util'
import { keysAtHand } from './backup-keys.ts'
import { querySql } from './command.ts'
import { accountObjects, localObjects, type Objects } from './objects.ts'
import { withLocal } from './platform.ts'
import { readConfig } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'
import { bringBack } from './sweep/bring-back.ts'
import {
  compareFiles,
  deleteFiles,
  type NamedFile,
  type NamedRows,
  namedSql,
  unnamedFiles,
} from './sweep/compare.ts'

const HELP = `Compares the files with the rows that name them. Use after a restore.

  npm run sweep                          the local database and bucket (end npm run dev first)
  npm run sweep -- --delete              also deletes files that no row names
  npm run sweep -- --remote              the city's: reads each file that a row names
  npm run sweep -- --from backups/files  puts back what is missing or damaged, from the copies that
                                         npm run backup:fetch brought down (with --remote: the city's)

Files younger than a day are left alone: their row may still come. In the city's account the Worker
deletes files without a row, each night. Ends with 1 where a file is missing or damaged at the end.`

interface Wishes {
  delete?: boolean | undefined
  from?: string | undefined
}

/** npm run sweep */
export async function sweep(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      delete: { type: 'boolean' },
      from: { type: 'string' },
      'persist-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  if (values.remote && values.delete)
    throw new Error('In the account the Worker deletes them itself, each night. Leave --delete out')
  if (!values.remote)
    return withLocal((env) => sweepLocal(shell, env, values), values['persist-to'])
  const rows: NamedRows = (after, limit) =>
    querySql<NamedFile>(shell, '--remote', namedSql(after, limit))
  const { code } = await settle(
    shell,
    rows,
    await accountObjects(shell, readConfig().files),
    values,
  )
  return code
}

async function sweepLocal(
  shell: Shell,
  { DB, FILES }: Pick<Env, 'DB' | 'FILES'>,
  wishes: Wishes,
): Promise<number> {
  const rows: NamedRows = async (after, limit) =>
    (await DB.prepare(namedSql(after, limit)).all<NamedFile>()).results
  const { code, named } = await settle(shell, rows, localObjects(FILES), wishes)
  const unnamed = await unnamedFiles(FILES, named, Date.now())
  for (const key of unnamed) shell.say(`no row names ${key}`)
  if (wishes.delete) await deleteFiles(FILES, unnamed)
  const done = wishes.delete ? 'deleted' : 'left as they are'
  shell.say(`${unnamed.length} files without a row (${done})`)
  return code
}

async function settle(shell: Shell, rows: NamedRows, files: Objects, { from }: Wishes) {
  const { say } = shell
  const { named, missing, damaged } = await compareFiles(rows, files)
  for (const { id } of missing) say(`attachment ${id} has no file`)
  for (const { id } of damaged)
    say(`attachment ${id} has another file than the one that was stored`)
  say(`${named.length} files, ${missing.length} missing, ${damaged.length} damaged`)
  const wanted = [...missing, ...damaged]
  if (!from || wanted.length === 0) return { named, code: wanted.length > 0 ? 1 : 0 }
  const lost = await bringBack(files, keysAtHand(shell), from, wanted)
  for (const id of lost) say(`attachment ${id}: no copy that opens is in ${from}`)
  say(`${wanted.length - lost.length} files are back, ${lost.length} are not`)
  return { named, code: lost.length > 0 ? 1 : 0 }
}

if (import.meta.main) await main(sweep)
