import { parseArgs } from 'node:util'
import { PUBLISH_CITY } from './city-sql.ts'
import { executeSql, main, whereOf } from './command.ts'

const HELP = `Stops or allows all changes; what is there can be read all the while.

  npm run readonly -- on            the local database
  npm run readonly -- off --remote  the city's

Every running copy follows with its next request. Jobs rest too, except the backup.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    remote: { type: 'boolean' },
    local: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})
const [wish] = positionals

if (values.help || (wish !== 'on' && wish !== 'off')) {
  console.log(HELP)
  process.exitCode = values.help ? 0 : 1
} else
  await main(async () => {
    const value = wish === 'on'
    await executeSql(whereOf(values), [
      `insert into setting (key, value) values ('readOnly', '${value}') on conflict (key) do update set value = excluded.value;`,
      PUBLISH_CITY,
    ])
    console.log(value ? 'Read-only: nothing can be changed.' : 'Changes are allowed again.')
  })
