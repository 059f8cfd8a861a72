import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { measured, type Tally } from '../../bench/support/measured-d1.ts'
import { allReports } from '../../src/db/all-reports.ts'
import { type Database, database } from '../../src/db/database.ts'
import { idFrom } from '../../src/db/ids.ts'
import { publicReports } from '../../src/db/public-reports.ts'
import { raw } from '../../src/db/raw.ts'
import { found, matchOf, similarTo, windowOf } from '../../src/db/search.ts'
import type { State } from '../../src/domain/case/complaint.ts'
import type { Staff } from '../../src/domain/people/actor.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { someone, TUESDAY } from '../support/world.ts'

const REPORTS = 3000
const oldest = TUESDAY - REPORTS * 0.2 * DAY
const BUDGET = 200

/** Five a day, all alike, up to Tuesday. */
beforeAll(async () => {
  const fill = (index: string) =>
    env.DB.prepare(
      `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${REPORTS - 1})
      insert into ${index}(rowid, title, body, tokens)
        select ${idFrom(oldest)} + i * ${DAY * 0.2 * 4096}, 'Jalan rusak', 'Jalan berlubang',
          'kat1 kel101 strouted opd2' from n`,
    )
  await env.DB.batch([fill('public_search'), fill('staff_search')])
})

const rowsOf = async (ask: (db: Database) => PromiseLike<unknown>): Promise<number> => {
  const tally: Tally = { trips: 0, read: 0, written: 0, each: [] }
  await ask(database(measured(env.DB, tally)))
  return tally.read
}

const DEEP = [0.2, 0.5, 0.9].map((share) => idFrom(TUESDAY - share * REPORTS * 0.2 * DAY))

test('similar reports are sought in thirty days, however many lie before them', async () => {
  const place = { categoryId: 1, subdistrictId: 101, scope: 'all' }
  for (const later of [0, 29, 31, 400])
    expect(
      await rowsOf((db) => similarTo(db, place, TUESDAY + later * DAY)),
      `${later}`,
    ).toBeLessThan(20)
})

test('a page deep in the public list reads no more than the first', async () => {
  for (const q of ['jalan', 'berlubangnya jalan', '']) {
    const read = (before: number | null) =>
      rowsOf((db) => publicReports(db, { q, tokens: ['kat1'], before }, TUESDAY))
    const first = await read(null)
    expect(first, q).toBeLessThan(BUDGET)
    // FTS5 bounds at or below: each of the two statements sees the report of the bound itself
    for (const before of DEEP) expect(await read(before), q).toBeLessThanOrEqual(first + 2)
  }
})

test('a span of time in which nothing matches reads nothing', async () => {
  const span = [TUESDAY + 5 * DAY, TUESDAY + 9 * DAY] as const
  const search = { q: 'jalan', tokens: [], before: null, span }
  expect(await rowsOf((db) => publicReports(db, search, TUESDAY))).toBeLessThan(BUDGET / 2)
})

test('a page deep in the desk search, and a year long past, read no more than the first', async () => {
  const match = matchOf('jalan', 'AND (tokens : "opd2")')
  if (!match) throw new Error('nothing sought')
  const windows = [
    ...DEEP.map((to) => ({ ...windowOf(TUESDAY, null, 420), to })),
    windowOf(TUESDAY, 2025, 420),
  ]
  for (const window of windows)
    expect(await rowsOf((db) => found(db, match, window))).toBeLessThan(BUDGET)
})

/** Eight counts of nine stand beside it. */
const COUNTS = 80

test('a page deep in the list of everything reads no more than the first, whatever the state', async () => {
  const read = async (by: Staff, state: State | null, id?: number) => {
    const queue = allReports(by, TUESDAY, state)
    if (!queue) throw new Error('no list')
    return rowsOf((db) => raw(db, queue.rows(id === undefined ? null : { day: '', id })))
  }
  for (const by of [someone('leader'), someone('admin'), someone('liaison', 2)])
    for (const state of [null, 'routed', 'closed', 'received'] as const)
      for (const id of [undefined, ...DEEP])
        expect(await read(by, state, id), `${by.id} ${state} ${id}`).toBeLessThan(BUDGET - COUNTS)
})
