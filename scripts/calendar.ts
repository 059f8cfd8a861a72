import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { amended, type ClockRow, clocksFrom, movesBy } from './calendar-moves.ts'
import { calendarSql, readYear, type Year } from './calendar-sql.ts'
import { changeSql, querySql, type Where, whereOf } from './command.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Loads or amends a year's holidays and cuti bersama, as the joint decree (SKB) says.

  npm run calendar -- 2028 skb-2028.json            the local database
  npm run calendar -- 2028 skb-2028.json --remote   the city's
  --dry-run   says what would change, the first 50 due days too, and changes nothing

The file: {"source": "SKB …", "holidays": [{"date": "2028-01-01", "name": "Tahun Baru",
"kind": "libur_nasional"}, …]}, kind libur_nasional or cuti_bersama; the whole year.
Due dates that move are reckoned again by a job within minutes, each with an event.`

/** npm run calendar */
export async function calendar(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [year, file] = positionals
  if (values.help || !year || !file) return explain(shell, HELP, values.help)
  const where = whereOf(values)
  const decree = readYear(Number(year), readFileSync(file, 'utf8'))
  const known = await querySql<{ day: string }>(
    shell,
    where,
    `select day from holiday where day like '${Number(year)}-%'`,
  )
  const change = calendarSql(
    decree,
    known.map(({ day }) => day),
  )
  for (const day of change.added) shell.say(`+ ${day}`)
  for (const day of change.removed) shell.say(`- ${day}`)
  shell.say(
    `${decree.year}: ${decree.holidays.length} days off, ${decree.workingDays} working days`,
  )
  if (change.firstChanged) {
    const [moving] = await querySql<{ n: number }>(shell, where, movingFrom(change.firstChanged))
    shell.say(`${moving?.n ?? 0} running clocks end on or after ${change.firstChanged}`)
    await sayMoves(shell, where, decree, change.firstChanged)
  }
  if (values['dry-run']) {
    shell.say('Nothing was changed.')
    return 0
  }
  await changeSql(shell, where, change.statements)
  shell.say('Loaded. Pages count with it at once; the job moves what must move.')
  return 0
}

/** So many clocks are looked at for the first of those that move. */
const LOOKED_AT = 1000
const PRINTED = 50

/** Which due days move, from when to when: reckoned as the job will. */
async function sayMoves(
  shell: Shell,
  where: Where,
  decree: Year,
  firstChanged: string,
): Promise<void> {
  const days = await querySql<{ day: string }>(shell, where, 'select day from holiday')
  const years = await querySql<{ year: number }>(shell, where, 'select year from calendar_year')
  const settings = await querySql<{ key: string; value: string }>(
    shell,
    where,
    "select key, value from setting where key in ('office', 'offset')",
  )
  const { office, offset } = Object.fromEntries(
    settings.map(({ key, value }) => [key, JSON.parse(value)]),
  )
  const known = { days: days.map(({ day }) => day), years: years.map(({ year }) => year) }
  const calendar = amended(known, decree, { office, offset })
  const rows = await querySql<ClockRow>(shell, where, clocksFrom(firstChanged, LOOKED_AT))
  const moves = movesBy(calendar, rows)
  for (const { reference, kind, from, to } of moves.slice(0, PRINTED))
    shell.say(`${reference} ${kind}: ${from} -> ${to}`)
  if (moves.length > PRINTED || rows.length === LOOKED_AT) shell.say('and others after these')
}

function movingFrom(day: string): string {
  return `select count(*) as n from clock where status in ('running', 'paused') and due_day >= '${day}'`
}

if (import.meta.main) await main(calendar)
