import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { finishSeed } from '../../seed/finish.ts'
import { playSteps, setStage } from '../../seed/play.ts'
import { stories } from '../../seed/stories/index.ts'
import { loadCity } from '../../src/db/city.ts'
import type { Database } from '../../src/db/database.ts'
import { event } from '../../src/db/schema/complaint.ts'
import { calendarOf } from '../../src/domain/city/city.ts'
import { sha256Hex } from '../../src/seal/digest.ts'
import { allComplaints, faults } from '../support/invariants.ts'
import { writtenOn } from '../support/paper.ts'
import { reckonedByHand } from '../support/told-by-events.ts'
import { TUESDAY } from '../support/world.ts'

/** One story of each outcome, all clusters, and others up to about sixty. */
const SOME = stories
  .filter((story, i) => story.cluster !== undefined || i % 9 === 0 || story.anonymous)
  .slice(0, 64)

const played = async (slice: number) => {
  const stage = await setStage(env, SOME, { now: TUESDAY, seed: 'test' })
  for (let from = 0; from < stage.steps.length; from += slice) await playSteps(stage, from, slice)
  return { stage, demo: await finishSeed(stage, TUESDAY) }
}

/** Tables that say what happened; sign-in rows hold a random salt. */
const TABLES =
  'complaint event clock assignment message figure filing identity attachment outbox membership setting'

/** Clocks and days that a second reckoning, from the history alone, makes otherwise. */
const unlikeByHand = async (db: Database): Promise<string[]> => {
  const city = await loadCity(db)
  const complaints = await allComplaints(db)
  const events = await db.select().from(event)
  const calendar = calendarOf(city)
  const right = reckonedByHand(
    events,
    new Map(complaints.map(({ id, reference }) => [id, reference])),
    calendar,
    calendar.everyDayAgencies ?? [],
  )
  const spell = ({ clocks, ...days }: ReturnType<typeof writtenOn>) =>
    JSON.stringify({ ...days, clocks: clocks.map((k) => JSON.stringify(k)).sort() })
  return complaints.flatMap((c) => {
    const [written, byHand] = [writtenOn(c), right.get(c.reference)]
    return byHand && spell(written) === spell({ ...written, ...byHand } as typeof written)
      ? []
      : [`${c.reference} ${spell(written)} by hand ${JSON.stringify(byHand)}`]
  })
}

const digest = async () => {
  const rows: unknown[] = []
  for (const table of TABLES.split(' '))
    rows.push(
      (await env.DB.prepare(`select * from ${table}`).all()).results
        .map((row) => JSON.stringify(row))
        .sort(),
    )
  return sha256Hex(JSON.stringify(rows))
}

it('plays the stories through the live functions with every invariant kept, the same each time', async () => {
  const { stage, demo } = await played(500)
  expect(stage.cases.size).toBeGreaterThan(55)
  expect(await faults(stage.db)).toEqual([])
  expect(await unlikeByHand(stage.db)).toEqual([])
  const first = await digest()

  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  const again = await played(37)
  expect(again.demo).toEqual(demo)
  expect(await digest()).toBe(first)
})

it('leaves a few letters of the last day to the queue and puts the others away', async () => {
  const waiting = await env.DB.prepare(
    `select not_before at from outbox where state = 'waiting'`,
  ).all<{ at: number }>()
  expect(waiting.results.length).toBeLessThanOrEqual(8)
  expect(waiting.results.every(({ at }) => at > TUESDAY - 86_400_000)).toBe(true)
  const done = await env.DB.prepare(
    `select count(*) n from outbox where state = 'done' and done_at is not null`,
  ).first<{ n: number }>()
  expect(done?.n).toBeGreaterThan(200)
})

it('makes every file of a complaint public only with its release', async () => {
  const shown = await env.DB.prepare(
    `select c.release_status as release, a.source from attachment a
     join complaint c on c.id = a.complaint_id where a.is_public = 1`,
  ).all<{ release: string; source: string }>()
  expect(shown.results.length).toBeGreaterThan(5)
  expect(shown.results.filter(({ source }) => source !== 'reporter')).toEqual([])
})
