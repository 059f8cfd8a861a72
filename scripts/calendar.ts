import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { OpenReportRow } from '../src/db/open-reports.ts'
import type { City } from '../src/domain/city/city.ts'
import {
  calendarSql,
  movesBy,
  type ReportMove,
  readYear,
  reportsAfter,
  STANDING,
  type Standing,
  workingDaysOf,
} from './calendar-sql.ts'
import { changeSql, querySql, type Where, whereOf } from './command.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Loads or amends a year's holidays and cuti bersama, as the joint decree (SKB) says.
The same is done, with the dates that move, at /petugas/pengaturan/kalender.

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
  const [standing] = await querySql<Standing>(shell, where, STANDING)
  if (!standing) throw new Error('There is no city in that database yet')
  const change = await calendarSql(decree, standing, Date.now())
  for (const day of change.added) shell.say(`+ ${day}`)
  for (const day of change.removed) shell.say(`- ${day}`)
  shell.say(`${decree.id}: ${decree.days.length} days off, ${workingDaysOf(decree)} working days`)
  await sayMoves(shell, where, change.after)
  if (values['dry-run']) {
    shell.say('Nothing was changed.')
    return 0
  }
  await changeSql(shell, where, change.statements)
  shell.say('Loaded. Pages count with it at once; the job moves what must move.')
  return 0
}

/** Reports a question, and so many questions at most. */
const PAGE = 500
const PAGES = 40
const PRINTED = 50

/** Which due days move, from when to when: reckoned as the job will. */
async function sayMoves(shell: Shell, where: Where, after: City): Promise<void> {
  const moves: ReportMove[] = []
  let [looked, last] = [0, 0]
  for (let page = 0; page < PAGES; page++) {
    const rows = await querySql<OpenReportRow>(shell, where, reportsAfter(last, PAGE))
    moves.push(...movesBy(after, rows))
    looked += rows.length
    last = rows.at(-1)?.id ?? last
    if (rows.length === 0) break
  }
  for (const { reference, kind, from, to } of moves.slice(0, PRINTED))
    shell.say(`${reference} ${kind}: ${from} -> ${to}`)
  if (moves.length > PRINTED) shell.say('and others after these')
  shell.say(`${moves.length} dates move, of ${looked} open reports looked at`)
}

if (import.meta.main) await main(calendar)
