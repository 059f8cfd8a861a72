import { parseArgs } from 'node:util'
import { HELD } from '../src/db/restored.ts'
import { executeSql, querySql, whereOf } from './command.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `The letters that waited when the database was restored. Some of them were sent before it was lost,
so none goes out until you say so.

  npm run letters -- list            which there are, by what they tell and whom
  npm run letters -- list --all      each of them, with its number
  npm run letters -- send            lets them go out (or send 17 18: these alone)
  npm run letters -- drop            never sends them (or drop 17 18)

Of the local database; --remote for the city's. Whoever had a letter already, as far as the restored
database knows, never gets it again. They go out once npm run readonly -- off was said.`

interface Held {
  id: number
  template: string
  recipient: string
  number: string | null
  tried: number
}

const LIST = `select o.id, o.template, o.recipient, c.reference as number,
  exists (select 1 from delivery d where d.outbox_id = o.id) as tried
  from outbox o left join complaint c on c.id = o.complaint_id and c.supervisory = 0
  where o.${HELD} order by o.id`

/** npm run letters */
export async function letters(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      all: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [action, ...ids] = positionals
  if (values.help || !['list', 'send', 'drop'].includes(action ?? ''))
    return explain(shell, HELP, values.help)
  const odd = ids.find((id) => !/^\d{1,15}$/.test(id))
  if (odd !== undefined)
    throw new Error(`${odd} is no letter's number: see npm run letters -- list --all`)
  const where = whereOf(values)
  const held = await querySql<Held>(shell, where, LIST.replace(/\s+/g, ' '))
  if (action === 'list') return list(shell, held, values.all ?? false)
  const wanted = new Set(ids.length > 0 ? ids.map(Number) : held.map(({ id }) => id))
  const chosen = held.filter(({ id }) => wanted.has(id))
  if (chosen.length > 0) await executeSql(shell, where, settle(action === 'send', chosen))
  shell.say(`${chosen.length} letters ${action === 'send' ? 'go out' : 'are dropped'}.`)
  return 0
}

function list({ say }: Shell, held: readonly Held[], all: boolean): number {
  const told = (one: Held) =>
    `${one.template} to ${one.recipient}${one.tried ? ', perhaps sent' : ''}`
  if (all) for (const one of held) say(`${one.id}  ${one.number ?? '-'}  ${told(one)}`)
  else for (const [what, own] of Map.groupBy(held, told)) say(`${own.length}  ${what}`)
  say(`${held.length} letters wait for you.`)
  return 0
}

const AT_ONCE = 500

function settle(send: boolean, chosen: readonly Held[]): string[] {
  const now = Date.now()
  const set = send ? `not_before = ${now}` : `state = 'cancelled', done_at = ${now}`
  const statements: string[] = []
  for (let i = 0; i < chosen.length; i += AT_ONCE) {
    const ids = chosen.slice(i, i + AT_ONCE).map(({ id }) => id)
    statements.push(`update outbox set ${set} where ${HELD} and id in (${ids.join(', ')});`)
  }
  return statements
}

if (import.meta.main) await main(letters)
