import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { type FigureRow, figuresOfAll, figuresSince, summarize } from '../../src/db/figures.ts'
import type { Rows } from '../../src/db/history.ts'
import { differingFigures } from '../../src/db/standing-figures.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { differences, recountOf } from '../../src/jobs/check-figures.ts'
import { renewFigures } from '../../src/jobs/renew-figures.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { INSPEKTORAT } from '../support/commands.ts'
import { aCase, give, officer, PUPR, routeTo } from '../support/handled.ts'
import { faults } from '../support/invariants.ts'
import { someone, TUESDAY, world } from '../support/world.ts'

/** Dinas Kesehatan. */
const KESEHATAN = 4

beforeEach(async () => {
  for (const table of ['complaint', 'event', 'clock', 'assignment', 'message', 'figure', 'outbox'])
    await env.DB.exec(`delete from ${table}`)
})

const figuresOf = async (scope: string, today: string) => {
  const { db } = await world()
  return summarize(await figuresSince(db, scope, '2026-01'), today)
}

const closing = {
  name: 'propose_closure' as const,
  text: 'Lubang sudah kami tambal pagi ini dengan aspal panas.',
  reason: 'Sudah diperbaiki',
  evidenceFiles: 1,
  visit: null,
}

it('calls three open reports late from the day after their date, and never before', async () => {
  for (let i = 0; i < 3; i++) await aCase(TUESDAY, 'in_progress')
  // settle: 14 working days from Tuesday 24 November
  expect(await figuresOf(`agency:${PUPR}`, '2026-12-14')).toMatchObject({ late: 0, overdue: 0 })
  expect(await figuresOf(`agency:${PUPR}`, '2026-12-15')).toMatchObject({ late: 3, overdue: 3 })
  expect(await figuresOf('city', '2026-12-15')).toMatchObject({ late: 3, overdue: 3 })
})

it('counts once what ended late and is open past a date again', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  await give(s, id, officer(), TUESDAY + 30 * DAY, closing)
  expect(await figuresOf('city', '2027-02-01')).toMatchObject({ late: 1, overdue: 0 })
  const reporter = { kind: 'reporter' as const }
  await give(s, id, reporter, TUESDAY + 31 * DAY, { name: 'dispute', text: 'Lubangnya masih ada.' })
  expect(await figuresOf('city', '2026-12-26')).toMatchObject({ late: 1 })
  expect(await figuresOf('city', '2027-06-01')).toMatchObject({ late: 1, overdue: 1 })
})

it('counts first follow-ups that came late, and open ones from the day after their date', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  await aCase(TUESDAY, 'in_progress')
  const scope = `agency:${PUPR}`
  expect(await figuresOf(scope, '2026-12-01')).toMatchObject({ followUps: 2, lateFollowUps: 0 })
  expect(await figuresOf(scope, '2026-12-02')).toMatchObject({ followUps: 2, lateFollowUps: 2 })
  const reply = { name: 'reply', text: 'Kami periksa lokasinya besok.' } as const
  await give(s, id, officer(), TUESDAY + 8 * DAY, reply)
  expect(await figuresOf(scope, '2026-11-30')).toMatchObject({ followUps: 2, lateFollowUps: 1 })
})

it('leaves lateness with the agency that let the date pass, by day and in the night’s recount', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  const back = {
    name: 'return',
    text: 'Bukan tugas kami.',
    proposedAgencyId: KESEHATAN,
  } as const
  await give(s, id, someone('liaison', PUPR), TUESDAY + 22 * DAY, back)
  await give(s, id, someone('verifier'), TUESDAY + 22 * DAY, routeTo(KESEHATAN))
  expect(await figuresOf(`agency:${PUPR}`, '2026-12-16')).toMatchObject({
    ...{ received: 0, late: 1, overdue: 1, followUps: 1, lateFollowUps: 1 },
  })
  expect(await figuresOf(`agency:${KESEHATAN}`, '2026-12-16')).toMatchObject({
    ...{ received: 1, late: 0, overdue: 0, followUps: 1, lateFollowUps: 0 },
  })
  const w = await jobWorld(env, TUESDAY + 30 * DAY)
  for (const agency of [PUPR, KESEHATAN])
    expect(await differences(w, recountOf(w, agency, '2026-11'))).toEqual([])
})

it('takes a report that is routed as supervisory out of every place and agency', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  await aCase(TUESDAY, 'in_progress')
  const secret = routeTo(INSPEKTORAT, { supervisory: true })
  await give(s, id, someone('verifier'), TUESDAY, secret)
  expect(await figuresOf('city', '2026-11-25')).toMatchObject({ received: 2, confidential: 1 })
  expect(await figuresOf(`agency:${INSPEKTORAT}`, '2026-11-25')).toMatchObject({ received: 1 })
  const w = await jobWorld(env, TUESDAY + DAY)
  expect(await differences(w, recountOf(w, INSPEKTORAT, '2026-11'))).toEqual([])
  expect(await faults(s.db)).toEqual([])
})

it('counts dates that were promised once their day has told, and which of them were kept', async () => {
  const scope = `agency:${PUPR}`
  const promised = async (day: string) => {
    const one = await aCase(TUESDAY, 'in_progress')
    const word = { name: 'promise_date', day, text: 'Kami tambal dengan aspal panas.' } as const
    await give(one.s, one.id, officer(), TUESDAY, word)
    return one
  }
  const kept = await promised('2026-12-04')
  await promised('2026-12-10')
  const of = async (today: string) => {
    const { promises, keptPromises } = await figuresOf(scope, today)
    return [keptPromises, promises]
  }
  expect(await of('2026-12-03')).toEqual([0, 0])
  await give(kept.s, kept.id, officer(), TUESDAY + 10 * DAY, closing)
  expect(await of('2026-12-10')).toEqual([1, 1])
  expect(await of('2026-12-11')).toEqual([1, 2])
  expect(await figuresOf('city', '2026-12-11')).toMatchObject({ promises: 2, keptPromises: 1 })
  const { db } = await world()
  expect(await faults(db)).toEqual([])
  const rows: Rows = async <T>(query: string, ...values: (string | number)[]) =>
    (
      await env.DB.prepare(query)
        .bind(...values)
        .all<T>()
    ).results
  expect(await differingFigures(rows)).toEqual([])
  await env.DB.exec(`update figure set kept_promises = 2 where scope = '${scope}'`)
  expect(await differingFigures(rows)).toEqual([
    { scope, month: '2026-11', metric: 'kept_promises', stored: 2, counted: 1 },
  ])
})

it('counts rows of an older rule anew, a month a run, and then never again', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  await give(s, id, someone('verifier'), TUESDAY, routeTo(INSPEKTORAT, { supervisory: true }))
  await aCase(TUESDAY + 10 * DAY, 'awaiting_confirmation')
  await env.DB.exec(
    `insert into figure (scope, month, received, open, confidential) values ('agency:${INSPEKTORAT}', '2026-11', 1, 1, 1)`,
  )
  await env.DB.exec(`update figure set due_days = '{}', late_due_days = '{}'`)
  expect(await faults(s.db)).not.toEqual([])
  const w = await jobWorld(env, TUESDAY + 20 * DAY)
  const runs = [await renewFigures(w), await renewFigures(w), await renewFigures(w)]
  expect(runs.map(({ moved }) => moved)).toEqual([0, 0, 0])
  expect(await faults(s.db)).toEqual([])
  await env.DB.exec(`update figure set received = 9 where scope = 'city'`)
  expect(await renewFigures(w)).toEqual({ renewed: 0, moved: 0 })
})

it('shows no row in which an older rule counted secret reports, until it is counted anew', async () => {
  const insert = env.DB.prepare(
    `insert into figure (scope, month, received, open, confidential) values (?, '2026-11', 3, 3, 2)`,
  )
  await insert.bind(`agency:${INSPEKTORAT}`).run()
  await insert.bind('city').run()
  const { db } = await world()
  expect(await figuresSince(db, `agency:${INSPEKTORAT}`, '2026-01')).toEqual([])
  expect(await figuresOfAll(db, [`agency:${INSPEKTORAT}`], '2026-01')).toEqual([])
  expect(await figuresSince(db, 'city', '2026-01')).toHaveLength(1)
})

it('says 30 where it is 30, however few reports there are', () => {
  const row = { received: 2, confidential: 1, answerDays: '{}', closeDays: '{"28":1,"32":1}' }
  const empty = {
    scope: 'city',
    month: '2026-11',
    dueDays: '{}',
    lateDueDays: '{}',
    followUpDueDays: '{}',
    promiseDueDays: '{}',
    targetDueDays: '{}',
  }
  const counts = { joined: 0, open: 0, closed: 2, disputed: 0, late: 0, referred: 0 }
  const others = {
    archived: 0,
    withdrawn: 0,
    imported: 0,
    unheard: 0,
    ratings: 0,
    ratingSum: 0,
    followUps: 0,
    lateFollowUps: 0,
    promises: 0,
    keptPromises: 0,
    targets: 0,
    keptTargets: 0,
  }
  const whole: FigureRow = { ...empty, ...counts, ...others, ...row }
  expect(summarize([whole], '2026-12-01')).toMatchObject({ received: 2, medianClosing: 30 })
})
