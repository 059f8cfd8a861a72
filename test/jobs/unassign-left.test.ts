import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import type { Surroundings } from '../../src/db/run-command.ts'
import { MINUTE } from '../../src/domain/time/time.ts'
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

const held = async (upTo: Parameters<typeof aCase>[1], officerId = 'budi') => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  await aMember(s, 'officer', PUPR, { id: officerId })
  const liaison = someone('liaison', PUPR)
  await give(s, id, liaison, TUESDAY, { name: 'assign', officerId, among: [officerId] })
  if (upTo === 'awaiting_info')
    await give(s, id, liaison, TUESDAY, { name: 'ask', text: 'Di sebelah mana tepatnya?' })
  return { s, id }
}

const run = async () => unassignLeft(await jobWorld(env, NOW, { enqueue: async () => {} }))
const officerOf = async (s: Surroundings, id: number) =>
  (await caseById(s.db, id))?.complaint.officerId
const left = (officerId: string) =>
  rows('update membership set until = ? where user_id = ?', TUESDAY + MINUTE, officerId)

it('takes a case from an officer who has left, whatever it waits for, and tells the liaisons', async () => {
  for (const upTo of ['in_progress', 'awaiting_info'] as const) {
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
