import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { COVERED_NAMES } from '../../src/db/covered.ts'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { loadHistory } from '../../src/db/history.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { digestDays } from '../../src/jobs/digest-days.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import type { History } from '../../src/seal/history-check.ts'
import { aCase, give, officer } from '../support/handled.ts'
import { historyFound, read } from '../support/history-found.ts'
import { TUESDAY } from '../support/world.ts'

const found = async (kept?: History['kept']) =>
  (await historyFound(kept)).map(({ problem, complaint, seq }) => [problem, complaint, seq])

const keptDays = async (): Promise<NonNullable<History['kept']>> => {
  const { objects } = await env.BACKUPS.list({ prefix: 'digests/' })
  return Promise.all(
    objects.map(async ({ key }) => JSON.parse((await (await env.BACKUPS.get(key))?.text()) ?? '')),
  )
}

const TABLES = ['event', 'day_digest', ...COVERED_NAMES] as const

/** Does something to the database, and puts back what it did. */
const undoing = async (harm: () => Promise<unknown>, check: () => Promise<void>) => {
  for (const t of TABLES) await env.DB.exec(`create table kept_${t} as select * from ${t}`)
  try {
    await harm()
    await check()
  } finally {
    for (const t of TABLES) {
      await env.DB.exec(`delete from ${t}`)
      await env.DB.exec(`insert into ${t} select * from kept_${t}`)
      await env.DB.exec(`drop table kept_${t}`)
    }
  }
}

let ids: number[] = []
const numbers: string[] = []

beforeAll(async () => {
  await env.DB.exec('drop trigger complaint_staff_search_update')
  const first = await aCase(TUESDAY, 'in_progress')
  const second = await aCase(TUESDAY, 'awaiting_confirmation')
  ids = [first.id, second.id]
  for (const t of TABLES) await env.DB.exec(`create table yesterdays_${t} as select * from ${t}`)
  await give(first.s, first.id, officer(), TUESDAY + DAY, {
    name: 'reply',
    text: 'Kami jadwalkan besok pagi.',
  })
  // both have the same millisecond, so their ids do not say which came first
  for (const id of ids) {
    const [row] = await read<{ reference: string }>(
      'select reference from complaint where id = ?',
      id,
    )
    numbers.push(row?.reference ?? '')
  }
  await digestDays(await jobWorld(env, TUESDAY + 2 * DAY))
})

it('finds nothing in an untouched history, words and mailed digests included', async () => {
  const history = await loadHistory(read)
  expect(history.events.filter((e) => e.content !== null).length).toBeGreaterThan(3)
  expect(history.days.map(({ day, count }) => [day, count])).toEqual([
    ['2026-11-24', 2],
    ['2026-11-25', 1],
  ])
  expect(await found(await keptDays())).toEqual([])
})

it('stays whole when a report is erased', async () => {
  const { s, id } = await aCase(TUESDAY + 2 * DAY, 'awaiting_info')
  await eraseComplaint({ ...s, actor: { kind: 'timer' } }, id)
  expect(await found(await keptDays())).toEqual([])
})

it('names the last event that was dropped, though the row was turned back with it', async () => {
  const [id = 0] = ids
  await undoing(
    async () => {
      await env.DB.prepare(
        'delete from event where complaint_id = ? and seq = (select max(seq) from event where complaint_id = ?)',
      )
        .bind(id, id)
        .run()
      await env.DB.prepare(
        `update complaint set version = version - 1, last_hash =
          (select hash from event where complaint_id = complaint.id order by seq desc limit 1) where id = ?`,
      )
        .bind(id)
        .run()
    },
    async () =>
      expect(await found(await keptDays())).toContainEqual(['event-dropped', numbers[0], 4]),
  )
})

it('names a report that was dropped with all that belonged to it', async () => {
  const [, id = 0] = ids
  await undoing(
    async () => {
      await env.DB.prepare('delete from event where complaint_id = ?').bind(id).run()
      await env.DB.prepare('delete from complaint where id = ?').bind(id).run()
    },
    async () =>
      expect(await found(await keptDays())).toContainEqual(['complaint-dropped', numbers[1], null]),
  )
})

it('names two reports that were swapped', async () => {
  const [a, b] = numbers
  await undoing(
    async () => {
      await env.DB.batch([
        env.DB.prepare(`update complaint set reference = 'X' where reference = ?`).bind(a),
        env.DB.prepare('update complaint set reference = ? where reference = ?').bind(a, b),
        env.DB.prepare(`update complaint set reference = ? where reference = 'X'`).bind(b),
      ])
    },
    async () => {
      const findings = await found(await keptDays())
      expect(findings).toContainEqual(['complaints-swapped', a, null])
      expect(findings).toContainEqual(['complaints-swapped', b, null])
    },
  )
})

it("names yesterday's database restored in place of today's", async () => {
  await undoing(
    async () => {
      for (const t of TABLES) {
        await env.DB.exec(`delete from ${t}`)
        await env.DB.exec(`insert into ${t} select * from yesterdays_${t}`)
      }
    },
    async () => {
      expect(await found()).toEqual([])
      const findings = await found(await keptDays())
      expect(findings.map(([problem]) => problem)).toContain('database-behind')
      expect(findings).toContainEqual(['event-dropped', numbers[0], 4])
    },
  )
})
