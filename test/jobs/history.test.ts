import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { COVERED_NAMES } from '../../src/db/covered.ts'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { loadHistory } from '../../src/db/history.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { anchorEvents } from '../../src/jobs/anchor-events.ts'
import { checkHistory } from '../../src/jobs/check-history.ts'
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

const dropped = async (number: string) => {
  const [row] = await read<{ id: number }>('select id from complaint where reference = ?', number)
  for (const table of ['event', ...COVERED_NAMES])
    await env.DB.prepare(
      `delete from ${table} where ${table === 'complaint' ? 'id' : 'complaint_id'} = ?`,
    )
      .bind(row?.id ?? 0)
      .run()
}

const alarms = () =>
  read<{ dedupe: string }>(`select dedupe from outbox where template = 'history_differs'`)

it('misses the last report although it was dropped before the first digest of its day', async () => {
  const now = TUESDAY + 5 * DAY
  const { s, id } = await aCase(now, 'received')
  const number = (await caseById(s.db, id))?.complaint.reference ?? ''
  expect(await anchorEvents(await jobWorld(env, now + 60_000))).toEqual({ anchored: 1 })
  expect(await anchorEvents(await jobWorld(env, now + 360_000))).toEqual({ anchored: 0 })
  await undoing(
    async () => dropped(number),
    async () => {
      expect(await found()).toEqual([])
      const anchor = JSON.parse(
        (await (await env.BACKUPS.get('anchors/2026-11-29.json'))?.text()) ?? '',
      )
      expect(await found([anchor])).toEqual([['complaint-dropped', number, null]])
      expect(await alarms()).toEqual([])
      await digestDays(await jobWorld(env, now + DAY))
      expect((await alarms()).map(({ dedupe }) => dedupe)).toEqual([
        'history_differs|2026-11-30|admin',
        'history_differs|2026-11-30|inspectorate',
      ])
    },
  )
  await env.DB.exec(`delete from outbox where template = 'history_differs'`)
})

it('looks at the reports in turn each night, and tells who must know what SQL changed', async () => {
  const night = TUESDAY + 9 * DAY
  const run = async () => checkHistory(await jobWorld(env, night, { stepSize: 2, steps: 1 }))
  const all = (await read('select id from complaint')).length
  let checked = 0
  for (let i = 0; i < Math.ceil((all + 1) / 2); i++) {
    const counts = await run()
    checked += counts.checked ?? 0
    expect(counts.differ).toBe(0)
  }
  expect(checked).toBe(all)
  expect(await alarms()).toEqual([])
  await env.DB.prepare(
    'update complaint set rating = 5 where id = (select max(id) from complaint)',
  ).run()
  const whole = await checkHistory(await jobWorld(env, night))
  expect(whole).toEqual({ checked: all, differ: 1 })
  expect(await alarms()).toHaveLength(2)
})
