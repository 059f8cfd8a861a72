import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { fill } from '../../bench/scale/fill.ts'
import { d1On, openForFilling } from '../../bench/support/d1-on-file.ts'
import { migrate } from '../../bench/support/migrate.ts'
import { seedCity } from '../../seed/city.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { figuresOfAll, figuresSince, overdueCount } from '../../src/db/figures.ts'
import { indexableReports, publicReports } from '../../src/db/public-reports.ts'
import { found, matchOf } from '../../src/db/search.ts'
import { namesOf } from '../../src/db/staff-names.ts'
import { complaintFaults, sample } from '../support/check-complaint.ts'
import { faults } from '../support/invariants.ts'

/** Tuesday 24 November 2026, 15.00 WIB. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

let file: DatabaseSync
const asked: { sql: string; values: SQLInputValue[] }[] = []
const db = () => database(d1On(file))

beforeAll(async () => {
  file = openForFilling()
  migrate(file)
  await seedCity(db())
  await fill(file, 600, NOW)
})

test('a filled database keeps every invariant of a live one', async () => {
  const city = await loadCity(db())
  const references = await sample(db(), 60)
  expect(references).toHaveLength(60)
  for (const reference of references)
    expect(await complaintFaults(db(), city, reference, NOW)).toEqual([])
  expect(await faults(db())).toEqual([])
})

test('the check finds an altered event, a moved assignment and a wrong clock', async () => {
  const city = await loadCity(db())
  const row = file
    .prepare(`select id, reference from complaint where state = 'in_progress' limit 1`)
    .get() as { id: number; reference: string }
  const spoil = async (sql: string) => {
    file.exec('begin')
    file.prepare(sql).run(row.id)
    const wrong = await complaintFaults(db(), city, row.reference, NOW)
    file.exec('rollback')
    return wrong.join('\n')
  }
  expect(await spoil('update event set at = at + 1 where seq = 2 and complaint_id = ?')).toMatch(
    /chain: altered at 2/,
  )
  expect(
    await spoil(
      `update assignment set rank_day = '2026-01-01' where open = 1 and complaint_id = ?`,
    ),
  ).toMatch(/lies in queues/)
  expect(
    await spoil(
      `update clock set due_day = '2027-01-04' where kind = 'settle' and complaint_id = ?`,
    ),
  ).toMatch(/clock settle 1 is due/)
})

test('public lists, figures, search and names seek: no table is scanned, none sorted', async () => {
  const watching = openWatching()
  const listed = (q: string, tokens: string[]) =>
    publicReports(watching, { q, tokens, before: null }, NOW)
  await listed('', [])
  await listed('jalan', ['kat1', 'stclosed'])
  await indexableReports(watching, 60)
  await watching.batch([
    figuresSince(watching, 'city', '2026-01'),
    figuresOfAll(watching, ['agency:2', 'agency:3'], '2026-09'),
    overdueCount(watching, '2026-11-24'),
  ])
  await watching.batch([
    found(watching, matchOf('jalan', 'all') ?? sql``, { from: 0, to: Number.MAX_SAFE_INTEGER }),
    namesOf(watching, ['demo-verifikator']),
  ])
  expect(asked.length).toBeGreaterThanOrEqual(10)
  for (const { sql, values } of asked) {
    const plan = file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    // a full-text match and a subquery's few rows are named SCAN, too
    const bad = plan.filter(({ detail }) =>
      /SCAN (complaint|event|clock|assignment|figure|message|user|c|u|a)\b(?! USING (COVERING )?INDEX)/.test(
        detail,
      ),
    )
    expect(bad, sql).toEqual([])
  }
})

/** The same database, noting every question. */
const openWatching = () => {
  const d1 = d1On(file)
  const prepare = (sql: string) => {
    const statement = d1.prepare(sql)
    const bind = (...values: SQLInputValue[]) => {
      asked.push({ sql, values })
      return statement.bind(...values)
    }
    return Object.assign(Object.create(statement), { bind })
  }
  return database({ ...d1, prepare, batch: d1.batch } as unknown as D1Database)
}
