import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { loadCity } from '../../src/db/city.ts'
import { figuresSince, summarize } from '../../src/db/figures.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { publicLimit } from '../../src/db/schema/city.ts'
import { DAY, HOUR } from '../../src/domain/time/time.ts'
import { aCase, give, officer, PUPR } from '../support/handled.ts'
import { faults } from '../support/invariants.ts'
import { TUESDAY, world } from '../support/world.ts'

/** Streets: twenty-four hours. */
const limited = async () => {
  const { db } = await world()
  await db
    .insert(publicLimit)
    .values({ id: 1, categoryId: 1, unit: 'hour', length: 24, validFrom: '2026-01-01' })
    .onConflictDoNothing()
  await publishCity(db)
  await loadCity(db)
  return db
}

const closing = {
  name: 'propose_closure' as const,
  text: 'Lubang sudah kami tambal pagi ini dengan aspal panas.',
  reason: 'Sudah diperbaiki',
  evidenceFiles: 1,
  visit: null,
}

it('is kept to the minute, vouched for by the history, and counted once', async () => {
  const db = await limited()
  const [kept, missed] = [await aCase(TUESDAY, 'in_progress'), await aCase(TUESDAY, 'in_progress')]
  await aCase(TUESDAY, 'in_progress')
  const { results } = await env.DB.prepare(
    `select unit, length, due_at - since_at as given, watched, due_day from clock where kind = 'target'`,
  ).all()
  expect(results).toEqual(
    Array.from({ length: 3 }, () => ({
      ...{ unit: 'hour', length: 24, given: DAY, watched: 1, due_day: '2026-11-25' },
    })),
  )
  await give(kept.s, kept.id, officer(), TUESDAY + 23 * HOUR, closing)
  await give(missed.s, missed.id, officer(), TUESDAY + 26 * HOUR, closing)
  const on = async (today: string, scope = `agency:${PUPR}`) => {
    const { targets, keptTargets } = summarize(await figuresSince(db, scope, '2026-01'), today)
    return [keptTargets, targets]
  }
  expect(await on('2026-11-25')).toEqual([1, 2])
  expect(await on('2026-11-26')).toEqual([1, 3])
  expect(await on('2026-11-26', 'city')).toEqual([1, 3])
  expect(await faults(db)).toEqual([])
})
