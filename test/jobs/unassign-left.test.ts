import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import type { Surroundings } from '../../src/db/run-command.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import type { OPEN_STATES } from '../../src/domain/case/complaint.ts'
import { DAY, MINUTE } from '../../src/domain/time/time.ts'
import { unassignLeft } from '../../src/jobs/unassign-left.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { aCase, aMember, give, PUPR, rows } from '../support/handled.ts'
import { someone, TUESDAY } from '../support/world.ts'

const NOW = TUESDAY + 5 * MINUTE

beforeEach(async () => {
  await env.DB.exec('delete from membership')
  await env.DB.exec('delete from user')
  await env.DB.exec('update assignment set open = 0')
})

const TEXT = 'Lubang sudah kami tambal pagi ini dengan aspal panas.'
/** How a case with an officer comes into each open state in which it can have one. */
const ONWARD: Record<Exclude<(typeof OPEN_STATES)[number], 'received'>, Given[]> = {
  routed: [],
  in_progress: [{ name: 'take_up' }],
  awaiting_info: [{ name: 'ask', text: 'Di sebelah mana tepatnya?' }],
  awaiting_confirmation: [
    { name: 'take_up' },
    { name: 'propose_closure', text: TEXT, reason: TEXT, evidenceFiles: 1, visit: null },
  ],
}

const liaison = someone('liaison', PUPR)
const held = async (upTo: keyof typeof ONWARD, officerId = 'budi') => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'officer', PUPR, { id: officerId })
  await give(s, id, liaison, TUESDAY, { name: 'assign', officerId, among: [officerId] })
  for (const command of ONWARD[upTo]) await give(s, id, liaison, TUESDAY, command)
  expect((await caseById(s.db, id))?.complaint).toMatchObject({ state: upTo, officerId })
  return { s, id }
}

const run = async (now = NOW) => unassignLeft(await jobWorld(env, now, { enqueue: async () => {} }))
const officerOf = async (s: Surroundings, id: number) =>
  (await caseById(s.db, id))?.complaint.officerId
const left = (officerId: string) =>
  rows('update membership set until = ? where user_id = ?', TUESDAY + MINUTE, officerId)

it('takes a case from an officer who has left, whatever it waits for, and tells the liaisons', async () => {
  for (const upTo of Object.keys(ONWARD) as (keyof typeof ONWARD)[]) {
    const { s, id } = await held(upTo)
    await left('budi')
    expect(await run()).toEqual({ done: 1, left: 0 })
    expect(await officerOf(s, id)).toBeNull()
    const told = await rows(
      `select recipient, agency_id from outbox where complaint_id = ? and template = 'unassigned'`,
      id,
    )
    expect(told).toEqual([{ recipient: 'agency', agency_id: PUPR }])
    expect(await run()).toEqual({ done: 0, left: 0 })
    await env.DB.exec('delete from membership')
  }
})

const handOver = (to: string, agencyId = PUPR) =>
  rows(
    `insert into hand_over (user_id, agency_id, to_id, given_by, given_at) values ('budi', ?, ?, 'rina', ?)`,
    agencyId,
    to,
    TUESDAY,
  )

it('hands it to whom the administrator named, whatever it waits for, and tells them', async () => {
  await handOver('ani')
  for (const upTo of Object.keys(ONWARD) as (keyof typeof ONWARD)[]) {
    const { s, id } = await held(upTo)
    await aMember(s, 'officer', PUPR, { id: 'ani' })
    await left('budi')
    expect(await run()).toEqual({ done: 1, left: 0 })
    expect((await caseById(s.db, id))?.complaint).toMatchObject({ state: upTo, officerId: 'ani' })
    const [event] = await rows(
      `select actor, facts from event where complaint_id = ? and type = 'unassign'`,
      id,
    )
    expect(event?.actor).toBe('timer')
    const facts = { officer: 'budi', successor: 'ani', givenBy: 'rina' }
    expect(JSON.parse(String(event?.facts))).toMatchObject(facts)
    const told = await rows(
      `select recipient from outbox where complaint_id = ? and template in ('assigned', 'unassigned')
        order by id desc limit 1`,
      id,
    )
    expect(told).toEqual([{ recipient: 'officer' }])
    expect(await run()).toEqual({ done: 0, left: 0 })
    await env.DB.exec('delete from membership; update assignment set open = 0')
  }
  await env.DB.exec('delete from hand_over')
})

it.each([
  ['left as well', { until: TUESDAY }],
  ['has no account any more', { disabledAt: TUESDAY }],
  ['is of another agency', null],
])('goes back to the liaisons where whoever was named %s', async (_, changes) => {
  const { s, id } = await held('in_progress')
  await handOver('ani')
  await aMember(s, 'officer', changes ? PUPR : 3, { id: 'ani', ...changes })
  await left('budi')
  expect(await run()).toEqual({ done: 1, left: 0 })
  expect(await officerOf(s, id)).toBeNull()
  await env.DB.exec('delete from hand_over')
})

it('goes on where it was cut off, and gives nothing twice', async () => {
  const cases = [await held('routed'), await held('in_progress'), await held('awaiting_info')]
  const [{ s }] = cases as [Awaited<ReturnType<typeof held>>]
  await handOver('ani')
  await aMember(s, 'liaison', PUPR, { id: 'ani' })
  await left('budi')
  const limits = { enqueue: async () => {}, stepSize: 2, steps: 1 }
  expect(await unassignLeft(await jobWorld(env, NOW, limits))).toEqual({ done: 2, left: 0 })
  expect(await run()).toEqual({ done: 1, left: 0 })
  expect(await run()).toEqual({ done: 0, left: 0 })
  for (const { id } of cases) {
    expect(await officerOf(s, id)).toBe('ani')
    const events = await rows(
      `select seq from event where complaint_id = ? and type = 'unassign'`,
      id,
    )
    expect(events).toHaveLength(1)
  }
  await env.DB.exec('delete from hand_over')
})

it('one who was disabled alike, though the role was not ended', async () => {
  const { s, id } = await held('awaiting_confirmation')
  await rows('update user set disabled_at = ? where id = ?', TUESDAY, 'budi')
  expect(await run()).toEqual({ done: 1, left: 0 })
  expect(await officerOf(s, id)).toBeNull()
  await rows('update user set disabled_at = null where id = ?', 'budi')
})

it('one that comes back long after they have left does not lie with nobody', async () => {
  const { s, id } = await held('awaiting_confirmation')
  const reporter = { kind: 'reporter' } as const
  await give(s, id, reporter, TUESDAY, { name: 'confirm' })
  await left('budi')
  const later = TUESDAY + 20 * DAY
  expect(await run(later)).toEqual({ done: 0, left: 0 })
  await give(s, id, reporter, later, { name: 'reopen', text: 'Lubangnya terbuka lagi.' })
  expect(await officerOf(s, id)).toBe('budi')
  expect(await run(later)).toEqual({ done: 1, left: 0 })
  expect(await officerOf(s, id)).toBeNull()
})

it('leaves it to an officer who still works there, in this role or another', async () => {
  const { s, id } = await held('in_progress')
  await left('budi')
  await aMember(s, 'liaison', PUPR, { id: 'budi' })
  expect(await run()).toEqual({ done: 0, left: 0 })
  expect(await officerOf(s, id)).toBe('budi')
})

it('takes it where the role goes on in another agency alone', async () => {
  const { s, id } = await held('in_progress')
  await left('budi')
  await aMember(s, 'officer', 3, { id: 'budi' })
  expect(await run()).toEqual({ done: 1, left: 0 })
  expect(await officerOf(s, id)).toBeNull()
})
