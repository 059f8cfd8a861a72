import { parseArgs } from 'node:util'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import { changeSql, whereOf } from './command.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Stops or allows all changes; what is there can be read all the while.

  npm run readonly -- on            the local database
  npm run readonly -- off --remote  the city's

Every running copy follows with its next request. Jobs rest too, except the backup.`

/** npm run readonly */
export async function readonly(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [wish] = positionals
  if (values.help || (wish !== 'on' && wish !== 'off')) return explain(shell, HELP, values.help)
  const value = wish === 'on'
  await changeSql(shell, whereOf(values), [
    `insert into setting (key, value) values ('readOnly', '${value}') on conflict (key) do update set value = excluded.value;`,
    PUBLISH_CITY,
  ])
  shell.say(value ? 'Read-only: nothing can be changed.' : 'Changes are allowed again.')
  return 0
}

if (import.meta.main) await main(readonly)
