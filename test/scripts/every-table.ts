import type { DatabaseSync } from 'node:sqlite'
import { CITY_TABLES } from '../../src/db/changes.ts'
import { PLAIN_TABLES } from '../../src/db/dump.ts'

/** What a column cannot hold anything of. */
const GIVEN: Record<string, (n: number) => string | number> = {
  'breach.noticed_at': () => 1,
  'data_request.answered_at': () => 1,
  'data_request.channel': () => 'letter',
  'data_request.kind': () => 'see',
  'data_request.outcome': () => 'done',
  'day_digest.day': (n) => `2026-11-0${n}`,
  'factor.kind': () => 'codes',
  'clock_rule.unit': () => 'calendar_day',
  'holiday.kind': () => 'libur_nasional',
  'membership.role': () => 'head',
  'oversight_entry.kind': () => 'reminder',
  'public_limit.unit': () => 'hour',
  'rights_log.did': () => 'code_used',
  'role_grant.role': () => 'head',
  'survey.day': () => '2026-11-24',
  'template.text': (n) => `Isi ${n}`,
}

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

/** A row of some table that holds what it must, different for each `n`. */
function addRow(db: DatabaseSync, table: string, n: number): void {
  const columns = db.prepare(`pragma table_info("${table}")`).all() as unknown as Column[]
  const values = columns.flatMap(({ name, type, notnull, pk }) => {
    const given = GIVEN[`${table}.${name}`]?.(n)
    if (given !== undefined) return [[name, given] as const]
    if (!notnull && !pk) return []
    const isScore = table === 'survey' && /^u\d$/.test(name)
    return [[name, type === 'TEXT' ? `{"n":${n}}` : isScore ? 1 + n : 7000 + n] as const]
  })
  const names = values.map(([name]) => `"${name}"`).join(', ')
  db.prepare(`insert into "${table}" (${names}) values (${values.map(() => '?').join(', ')})`).run(
    ...values.map(([, value]) => value),
  )
}

const countOf = (db: DatabaseSync, table: string) =>
  Number(db.prepare(`select count(*) as n from "${table}"`).get()?.n)

/** Reckoned from other rows, or one row that is made of all the others. */
const MADE: ReadonlySet<string> = new Set(['figure', 'survey_sum', 'city_snapshot'])
const FILLED = PLAIN_TABLES.filter((table) => !MADE.has(table))

/** Of each table that belongs to no report, two rows more. */
export function fill(db: DatabaseSync): void {
  for (const table of FILLED) for (const n of [1, 2]) addRow(db, table, n)
}

/** Where nothing else is, nothing stays; elsewhere one row goes and another comes. */
export function alter(db: DatabaseSync): void {
  for (const table of FILLED) {
    const isWhole = CITY_TABLES.some((name) => name === table)
    if (isWhole && countOf(db, table) === 2) db.exec(`delete from "${table}"`)
    else if (isWhole)
      db.exec(`delete from "${table}" where rowid = (select max(rowid) from "${table}")`)
    if (countOf(db, table) > 0) addRow(db, table, 3)
  }
}
