import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { keepProgress } from '../../src/db/progress.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { askRecompute, lastRecompute, recomputeAsked } from '../../src/db/recompute-asked.ts'
import { runCityChange } from '../../src/db/run-city-change.ts'
import { holiday } from '../../src/db/schema/city.ts'
import { recompute } from '../../src/jobs/recompute.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { rows } from '../support/handled.ts'
import { filed, world } from '../support/world.ts'

const dueOf = async (id: number) =>
  (
    await rows<{ due: string }>(
      `select due_day due from clock where complaint_id = ? and kind = 'settle'`,
      id,
    )
  )[0]?.due

const free = async (day: string) => {
  const { db } = await world()
  await db.insert(holiday).values({ day, name: 'uji', kind: 'cuti_bersama' })
  await publishCity(db)
  await askRecompute(db)
}

test('asked anew while it is at work, it begins again by the calendar of then', async () => {
  const s = await world()
  const ids = [(await filed(s)).found.complaint.id, (await filed(s)).found.complaint.id]
  await free('2026-12-01')
  const letters = async () => {}
  const w = await jobWorld(env, s.now, { stepSize: 1, steps: 1, enqueue: letters })
  // the second decree comes in when the first step is done and not yet written down
  let asked = false
  const late = {
    ...w,
    enqueue: async () => {
      if (!asked) await free('2026-12-02')
      asked = true
    },
  }
  await recompute(late)
  expect(asked).toBe(true)
  while (await recomputeAsked(s.db)) await recompute(await jobWorld(env, s.now, { stepSize: 1 }))
  for (const id of ids) expect(await dueOf(id)).toBe('2026-12-16')
  expect(await lastRecompute(s.db)).toMatchObject({ looked: 2, moved: 2 })
})

test.each([
  ['office hours', 'hours', 0, { tutup: '09.00' }],
  ['an agency that begins to work every day', 'agency', 2, { setiap_hari: 'ya' }],
] as const)('%s move what is open: the change asks for it', async (_, noun, rowId, typed) => {
  const { db, now } = await world()
  await keepProgress(db, 'recompute', null)
  const outcome = await runCityChange({ db, now, by: 'staff:uji' }, { noun, rowId, typed, seen: 0 })
  expect(outcome.kind).toBe('done')
  expect(await recomputeAsked(db)).toMatchObject({ looked: 0 })
})

test('what no date hangs on asks for nothing', async () => {
  const { db, now } = await world()
  await keepProgress(db, 'recompute', null)
  const given = { noun: 'agency', rowId: 3, typed: { kepala: 'Maya' }, seen: 0 } as const
  expect((await runCityChange({ db, now, by: 'staff:uji' }, given)).kind).toBe('done')
  expect(await recomputeAsked(db)).toBeNull()
})
