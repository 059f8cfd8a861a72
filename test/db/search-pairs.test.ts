import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ftsMatch } from '../../src/db/fts.ts'
import { APART, PAIRS, UNSEEN } from '../support/search-pairs.ts'
import { world } from '../support/world.ts'

const findsOwn = async (pairs: typeof PAIRS) => {
  const { db } = await world()
  await env.DB.batch([
    env.DB.prepare(`insert into public_search(public_search) values ('delete-all')`),
    ...pairs.map(([, text], i) =>
      env.DB.prepare(
        `insert into public_search(rowid, title, body, tokens) values (?, 'Laporan', ?, 'kat1')`,
      ).bind(i + 1, text),
    ),
  ])
  const own = pairs.map(async ([sought], i) => {
    const hits = await db.all<{ rowid: number }>(
      sql`select rowid from public_search where public_search match ${ftsMatch('public_search', sought)}`,
    )
    return hits.some(({ rowid }) => rowid === i + 1)
  })
  const found = await Promise.all(own)
  return pairs.filter((_, i) => found[i]).map(([sought, text]) => `${sought} | ${text}`)
}

test('of 60 searches and the reports they mean at least 50 meet', async () => {
  expect(PAIRS).toHaveLength(60)
  const found = await findsOwn(PAIRS)
  const missed = PAIRS.map((pair) => pair.join(' | ')).filter((pair) => !found.includes(pair))
  expect(found.length, missed.join('\n')).toBeGreaterThanOrEqual(50)
})

test('words that only look alike do not meet', async () => {
  expect(await findsOwn(APART)).toEqual([])
})

test('of 20 more for which nothing was fitted 12 meet', async () => {
  const found = await findsOwn(UNSEEN)
  expect(found.length).toBeGreaterThanOrEqual(12)
})
