import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { loadHistory, type Rows } from '../src/db/history.ts'
import { differingFigures, type FigureFinding } from '../src/db/standing-figures.ts'
import { dateOf } from '../src/domain/time/time.ts'
import { type KeptCityChange, verifyCity } from '../src/seal/city-check.ts'
import { type History, verifyHistory } from '../src/seal/history-check.ts'
import { type KeptEntry, verifyEntries } from '../src/seal/oversight-check.ts'
import { citySentence, sentenceOf } from './history-sentences.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Checks that no event, complaint, row or day was dropped, swapped, rewritten or restored, and
that the figures are those of the reports, and the settings as their trail says.

  npm run check:history                                the local database
  npm run check:history -- --database FILE             one made by npm run restore -- FOLDER --file FILE
  npm run check:history -- --kept FOLDER               with the day digests that left the system:
                                                       the mailed lines, or digests/*.json and anchors/*.json
                                                       of the backups

Without --kept a database that was restored as a whole looks untouched. Ends with 1 on findings.`

/** Where wrangler keeps local databases. */
const LOCAL = '.wrangler/state/v3/d1/miniflare-D1DatabaseObject'

/** npm run check:history */
export async function checkHistory(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      database: { type: 'string' },
      kept: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  return check(shell, values.database ?? localDatabase(), values.kept)
}

async function check({ say }: Shell, file: string, keptFolder?: string): Promise<number> {
  const db = new DatabaseSync(file, { readOnly: true })
  const rows: Rows = async <T>(sql: string, ...params: (string | number)[]) =>
    db.prepare(sql).all(...params) as T[]
  const history = await loadHistory(rows)
  const kept = keptFolder ? keptDays(keptFolder) : []
  const offset = Number(JSON.parse(String(await settingOf(rows, 'offset'))))
  const findings = await verifyHistory({ ...history, kept, dayOf: (at) => dateOf(at, offset) })
  const figures = await differingFigures(rows)
  const sentences = [
    ...findings.map(sentenceOf),
    ...figures.map(figureSentence),
    ...(await cityFindings(rows)).map(citySentence),
    ...(await entryFindings(rows)),
  ]
  for (const sentence of sentences.slice(0, MOST)) say(sentence)
  if (sentences.length > MOST) say(`… and ${sentences.length - MOST} more.`)
  const { complaints, events, days } = history
  say(
    `${complaints.length} complaints, ${events.length} events, ${days.length} days, ${kept.length} kept digests: ${sentences.length} findings`,
  )
  if (sentences.length > 0)
    say('What to do now: docs/operations.md, When the history does not fit.')
  return sentences.length > 0 ? 1 : 0
}

/** One change can be found in many places: the first ones tell which it was. */
const MOST = 200

function figureSentence({ scope, month, metric, stored, counted }: FigureFinding): string {
  return `Figures of ${scope} in ${month}: ${metric} is ${stored}, by the reports ${counted}.`
}

async function cityFindings(rows: Rows) {
  const changes = await rows<KeptCityChange>(
    'select seq, at, "by", noun, row_id as rowId, before, after, undoes, previous, hash from city_change order by seq',
  )
  const [snapshot] = await rows<{ json: string }>('select json from city_snapshot')
  return snapshot ? verifyCity(changes, JSON.parse(snapshot.json)) : []
}

async function entryFindings(rows: Rows): Promise<string[]> {
  const entries = await rows<KeptEntry>(
    'select seq, at, "by", kind, agency_id as agencyId, "of", words, facts, previous, hash from oversight_entry order by seq',
  )
  return (await verifyEntries(entries)).map(({ problem, seq }) =>
    problem === 'oversight-gap'
      ? `Oversight: the entry before ${seq} is missing or another.`
      : `Oversight: entry ${seq} was changed after it was written.`,
  )
}

async function settingOf(rows: Rows, key: string) {
  const [row] = await rows<{ value: string }>('select value from setting where key = ?', key)
  return row?.value ?? '420'
}

function localDatabase(): string {
  const files = readdirSync(LOCAL)
    .filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
    .map((name) => join(LOCAL, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
  const [file] = files
  if (!file) throw new Error('There is no local database. Name one with --database FILE')
  return file
}

/** Each file holds one digest as JSON, or a mailed letter with one such line in it. */
function keptDays(folder: string): NonNullable<History['kept']> {
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const line = text.match(/^\{.*"hash".*\}$/m)?.[0]
    if (!line) throw new Error(`${name} holds no day digest`)
    return JSON.parse(line)
  })
}

if (import.meta.main) await main(checkHistory)
