import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { type Case, caseById } from '../../src/db/cases.ts'
import { runFollow, runMerge, runSplit } from '../../src/db/clusters.ts'
import { dossierById } from '../../src/db/dossier.ts'
import { membersToTell, whereJoined } from '../../src/db/recipients.ts'
import { runCommand, type Surroundings } from '../../src/db/run-command.ts'
import { followRoots } from '../../src/jobs/follow-roots.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { faults } from '../support/invariants.ts'
import { ROUNDS } from '../support/rounds.ts'
import { aForm, filed, someone, world } from '../support/world.ts'

const SECOND = 1000
const verifier = someone('verifier')
const WHY = 'Kerusakannya di jalan lain.'
let s: Surroundings
let at = 0

beforeEach(async () => {
  s = { ...(await world()), actor: verifier }
  for (const table of ['outbox', 'delivery']) await env.DB.exec(`delete from ${table}`)
})

const read = async (id: number) => (await caseById(s.db, id)) as Case
const fresh = async () => {
  at += SECOND
  return (await filed({ ...s, now: s.now + at }, aForm())).found.complaint.id
}
const join = async (id: number, root: number) =>
  runMerge(s, await read(id), (await read(root)).complaint.reference)
const split = async (id: number, by: Surroundings['actor'] = { kind: 'reporter' }) =>
  runSplit({ ...s, actor: by }, await read(id), WHY)
const cluster = async (members: number) => {
  const root = await fresh()
  const under: number[] = []
  for (let i = 0; i < members; i++) {
    const id = await fresh()
    expect((await join(id, root)).ok).toBe(true)
    under.push(id)
  }
  return { root, under }
}
const follow = async (limits: { stepSize?: number; steps?: number } = {}) =>
  followRoots(await jobWorld(env, s.now, { enqueue: async () => {}, ...limits }))
const rootsOf = (ids: number[]) =>
  Promise.all(ids.map(async (id) => (await read(id)).complaint.rootId))
const size = async (id: number) => (await read(id)).complaint.clusterSize
const letters = async (ids: number[]) => {
  const { results } = await env.DB.prepare(
    `select complaint_id as id, count(*) as n from outbox where template = 'merged' and recipient = 'reporter'
      and seq > 2 group by 1`,
  ).all<{ id: number; n: number }>()
  return ids.map((id) => results.find((row) => row.id === id)?.n ?? 0)
}

it('joins two clusters: all come under the other root, each told once, and each splits by itself', async () => {
  const [a, b] = [await cluster(3), await cluster(2)]
  expect((await join(a.root, b.root)).ok).toBe(true)
  expect(await size(b.root)).toBe(7)
  expect(await follow()).toEqual({ done: 3, left: 0 })
  expect(await rootsOf([a.root, ...a.under])).toEqual(Array(4).fill(b.root))
  expect([await size(a.root), await size(b.root)]).toEqual([1, 7])
  expect(await letters(a.under)).toEqual([1, 1, 1])
  expect(await follow()).toEqual({ done: 0, left: 0 })
  for (const [i, id] of [a.root, ...a.under].entries()) {
    expect((await split(id)).ok).toBe(true)
    expect((await read(id)).complaint).toMatchObject({ state: 'received', rootId: id })
    expect(await size(b.root)).toBe(6 - i)
  }
  expect(await faults(s.db)).toEqual([])
})

it('is right while they are on their way: one root, letters for all, each with a way out', async () => {
  const [a, b] = [await cluster(3), await cluster(1)]
  const [one = 0, two = 0] = a.under
  await join(a.root, b.root)
  // cut off after the first
  expect(await follow({ stepSize: 1, steps: 1 })).toEqual({ done: 1, left: 0 })
  expect(await rootsOf(a.under)).toEqual([b.root, a.root, a.root])
  for (const id of a.under) expect((await dossierById(s.db, id))?.root?.complaint.id).toBe(b.root)
  const told = async (root: number) =>
    (
      await Promise.all(
        (
          await whereJoined(s.db, (await read(root)).complaint)
        ).map((where) => membersToTell(s.db, 1, 'email', where)),
      )
    )
      .flat()
      .map(({ id }) => id)
      .sort((x, y) => x - y)
  expect(await told(b.root)).toEqual([...b.under, a.root, ...a.under].sort((x, y) => x - y))
  // of what the former root said before
  expect(await told(a.root)).toEqual(a.under)
  // a member of either splits off the root that both lie under by now
  expect((await split(two)).ok).toBe(true)
  expect(await size(b.root)).toBe(5)
  const refusal = { refused: 'still_moving' }
  expect(await split(a.root)).toMatchObject({ ok: false, refusal })
  const c = await fresh()
  expect(await join(b.root, c)).toMatchObject({ ok: false, refusal })
  expect(await follow()).toEqual({ done: 1, left: 0 })
  expect(await told(a.root)).toEqual(a.under.filter((id) => id !== two))
  expect((await split(one)).ok).toBe(true)
  expect(await told(a.root)).toEqual(a.under.slice(2))
  expect((await join(b.root, c)).ok).toBe(true)
  await follow()
  expect(await size(c)).toBe(5)
  expect(await rootsOf([b.root, a.root, ...a.under.slice(2), ...b.under])).toEqual(Array(4).fill(c))
  expect(await faults(s.db)).toEqual([])
})

it('what a member adds meanwhile is heard where they lie by now', async () => {
  const [a, b] = [await cluster(1), await cluster(0)]
  const [one = 0] = a.under
  await join(a.root, b.root)
  const add = { name: 'add_words', text: 'Lubangnya kini lebih dalam lagi.', added: 0 } as const
  const done = await runCommand({ ...s, actor: { kind: 'reporter' } }, await read(one), add)
  expect(done.ok).toBe(true)
  const { results } = await env.DB.prepare(
    `select complaint_id as id from event where type = 'hear'`,
  ).all<{ id: number }>()
  expect(results.at(-1)?.id).toBe(b.root)
})

it('writes a handful of rows, however many follow', async () => {
  const rows = async (members: number) => {
    const [a, b] = [await cluster(members), await cluster(0)]
    const before = await written()
    await join(a.root, b.root)
    return (await written()) - before
  }
  const few = await rows(1)
  expect(await rows(6)).toBe(few)
})

const written = async () => {
  const { results } = await env.DB.prepare(
    `select (select count(*) from event) + (select count(*) from outbox) + (select count(*) from message) as n`,
  ).all<{ n: number }>()
  return results[0]?.n ?? 0
}

it('nobody is lost between two roots, whoever splits, follows or joins at the same time', async () => {
  for (let i = 0; i < Math.max(4, ROUNDS); i++) {
    const [a, b, c] = [await cluster(2), await cluster(0), await fresh()]
    const [one = 0, two = 0] = a.under
    await join(a.root, b.root)
    const timer = { ...s, actor: { kind: 'timer' } as const }
    await Promise.all([
      split(one),
      runFollow(timer, one),
      runFollow(timer, two),
      runFollow(timer, two),
      split(a.root),
      join(b.root, c),
      join(c, b.root),
    ])
    for (let k = 0; k < 2; k++) await follow()
    const all = await Promise.all([a.root, b.root, c, one, two].map(read))
    for (const { complaint } of all) {
      const root = all.find((each) => each.complaint.id === complaint.rootId)?.complaint
      expect(root?.rootId, 'a root lies under another').toBe(root?.id)
      const under = all.filter((each) => each.complaint.rootId === complaint.id)
      if (complaint.rootId === complaint.id) expect(complaint.clusterSize).toBe(under.length)
      else expect(complaint.clusterSize).toBe(1)
    }
  }
  expect(await faults(s.db)).toEqual([])
})

it('two who join two clusters to each other at once: one wins', async () => {
  for (let i = 0; i < Math.max(4, ROUNDS); i++) {
    const [a, b] = [await cluster(1), await cluster(1)]
    const done = await Promise.all([join(a.root, b.root), join(b.root, a.root)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    await follow()
    const roots = await rootsOf([a.root, b.root, ...a.under, ...b.under])
    expect(new Set(roots).size).toBe(1)
  }
  expect(await faults(s.db)).toEqual([])
})
