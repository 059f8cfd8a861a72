import { parseArgs } from 'node:util'
import { HELD, RELEASE, surelyUnsent } from '../src/db/restored.ts'
import type { Instant } from '../src/domain/time/time.ts'
import { changeSql, querySql, whereOf } from './command.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `The letters that waited when the database was restored. Some of them may have been sent before it
was lost, so none goes out until you say so.

  npm run letters -- list            which there are, by what they tell and whom
  npm run letters -- list --all      each of them, with its number
  npm run letters -- send            lets those go out that were surely not sent
  npm run letters -- send 17 18      these alone, whatever may have been
  npm run letters -- drop            never sends what is left (or drop 17 18)

  --lost-at  when the database was lost (2026-11-24T08:00+07:00): what was due later was surely not
             sent. Else nothing is sure that was due before the restore

Of the local database; --remote for the city's. They go out once npm run readonly -- off was said.`

interface Held {
  id: number
  template: string
  recipient: string
  number: string | null
  sure: number
}

/** npm run letters */
export async function letters(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      all: { type: 'boolean' },
      'lost-at': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [action, ...ids] = positionals
  if (values.help || !['list', 'send', 'drop'].includes(action ?? ''))
    return explain(shell, HELP, values.help)
  const odd = ids.find((id) => !/^\d{1,15}$/.test(id))
  if (odd !== undefined)
    throw new Error(`${odd} is no letter's number: see npm run letters -- list --all`)
  const lostAt = values['lost-at'] === undefined ? null : Date.parse(values['lost-at'])
  if (Number.isNaN(lostAt)) throw new Error('--lost-at is a time such as 2026-11-24T08:00+07:00')
  const where = whereOf(values)
  const held = await querySql<Held>(shell, where, listOf(lostAt))
  if (action === 'list') return list(shell, held, values.all ?? false)
  const sending = action === 'send'
  const wanted = new Set(ids.map(Number))
  const chosen = held.filter(({ id, sure }) =>
    ids.length > 0 ? wanted.has(id) : !sending || sure === 1,
  )
  for (const statement of settle(sending, chosen)) await changeSql(shell, where, [statement])
  shell.say(`${chosen.length} letters ${sending ? 'go out' : 'are dropped'}.`)
  const left = held.length - chosen.length
  if (left > 0) shell.say(`${left} still wait: npm run letters -- list`)
  return 0
}

function listOf(lostAt: Instant | null): string {
  const since = lostAt ?? `(select json_extract(value, '$.at') from setting where key = 'restored')`
  return `select id, template, recipient, (${surelyUnsent(since)}) as sure,
    (select c.reference from complaint c where c.id = complaint_id and c.supervisory = 0) as number
    from outbox where ${HELD} order by id`.replace(/\s+/g, ' ')
}

function list({ say }: Shell, held: readonly Held[], all: boolean): number {
  const told = ({ template, recipient, sure }: Held) =>
    `${template} to ${recipient}${sure === 1 ? '' : ', perhaps sent'}`
  if (all) for (const one of held) say(`${one.id}  ${one.number ?? '-'}  ${told(one)}`)
  else for (const [what, own] of Map.groupBy(held, told)) say(`${own.length}  ${what}`)
  say(`${held.length} letters wait for you.`)
  return 0
}

/** By query, as one argument of a command. */
const AT_ONCE = 4000

function settle(send: boolean, chosen: readonly Held[]): string[] {
  const set = send ? RELEASE : `state = 'cancelled', done_at = ${Date.now()}`
  const statements: string[] = []
  for (let i = 0; i < chosen.length; i += AT_ONCE) {
    const ids = chosen.slice(i, i + AT_ONCE).map(({ id }) => id)
    statements.push(`update outbox set ${set} where ${HELD} and id in (${ids.join(', ')});`)
  }
  return statements
}

if (import.meta.main) await main(letters)
