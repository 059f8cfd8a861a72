import { expect, it } from 'vitest'
import { type Case, caseById } from '../../src/db/cases.ts'
import { runMerge, runSplit } from '../../src/db/clusters.ts'
import { type Result, runCommand, type Surroundings } from '../../src/db/run-command.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { DISHUB, examples, WORDS } from '../support/commands.ts'
import { faults } from '../support/invariants.ts'
import { ROUNDS } from '../support/rounds.ts'
import { aForm, filed, someone, world } from '../support/world.ts'

/** Between two filings: one millisecond has room for 4,096 ids. */
const SECOND = 1000

const timer: Actor = { kind: 'timer' }
const head = someone('head', DISHUB)
const verifier = someone('verifier')

interface Step {
  /** Days after filing. */
  day: number
  given: (found: Case) => [Given, Actor]
}

const plain = (name: string, day: number): Step => ({
  day,
  given: () => examples[name] as [Given, Actor],
})

const undoing = ({ complaint, row }: Case): [Given, Actor] => {
  const { previous, seq, at, by } = JSON.parse(row.undo ?? '{}')
  const undone = complaint.state === 'routed' ? 'route' : 'archive'
  return [
    { name: 'undo', previous, undone, undoneSeq: seq, committedAt: at, by, approvedSeq: null },
    verifier,
  ]
}

/** Transitions that a timer gives, or that depend on what stood before. */
const WALKS: Record<string, Step[]> = {
  'closing by silence': [
    plain('route', 1),
    plain('take_up', 2),
    plain('propose_closure', 3),
    { day: 60, given: () => [{ name: 'close_by_silence', heard: true }, timer] },
  ],
  lapse: [plain('ask', 1), { day: 60, given: () => [{ name: 'lapse', heard: true }, timer] }],
  'the ladder': [
    plain('route', 1),
    { day: 60, given: () => [{ name: 'escalate', rung: 1 }, timer] },
    { day: 61, given: () => [{ name: 'escalate', rung: 2 }, timer] },
  ],
  'the head’s approval': [
    plain('route', 1),
    plain('take_up', 2),
    plain('reply', 3),
    {
      day: 4,
      given: ({ complaint: c }) => [
        { name: 'approve_reply', messageSeq: c.version, draft: 'reply' },
        head,
      ],
    },
    plain('propose_closure', 5),
    {
      day: 6,
      given: ({ complaint: c }) => [
        { name: 'approve_closure', messageSeq: c.version, draft: 'closure' },
        head,
      ],
    },
  ],
  screening: [
    plain('route', 1),
    plain('ask_by_agency', 2),
    plain('answer', 3),
    {
      day: 4,
      given: ({ complaint: c }) => [
        { name: 'screen', messageSeq: c.version, text: WORDS },
        verifier,
      ],
    },
  ],
  undo: [
    plain('route', 1),
    { day: 1, given: undoing },
    plain('archive', 2),
    { day: 2, given: undoing },
  ],
}

const expectOneWinner = (outcomes: Result[], what: string): void => {
  expect(outcomes.filter((o) => o.ok).length, `${what}: ${JSON.stringify(outcomes)}`).toBe(1)
  expect(outcomes.filter((o) => !o.ok && o.conflict).length, what).toBe(1)
}

const approving = (s: Surroundings, on: boolean): Surroundings => ({
  ...s,
  city: {
    ...s.city,
    agencies: s.city.agencies.map((a) => (a.id === DISHUB ? { ...a, approval: on } : a)),
  },
})

for (const [what, steps] of Object.entries(WALKS))
  it(`lets one of two racing commands win: ${what}`, async () => {
    const s = approving(await world(), what === 'the head’s approval')
    for (let i = 0; i < ROUNDS; i++) {
      const each = { ...s, now: s.now + i * SECOND }
      const { found } = await filed(each, aForm({ anonymous: what === 'screening' }))
      let current: Case = found
      for (const { day, given } of steps) {
        const [command, actor] = given(current)
        const around = { ...each, now: each.now + day * DAY, actor }
        const race = () => runCommand(around, current, command)
        expectOneWinner(await Promise.all([race(), race()]), command.name)
        current = (await caseById(s.db, current.complaint.id)) as Case
      }
      expect(current.complaint.version).toBe(steps.length + 1)
    }
    expect(await faults(s.db)).toEqual([])
  })

it('joins and parts a report once, however many try, and counts the cluster right', async () => {
  const s = { ...(await world()), actor: verifier }
  const root = (await filed(s)).found
  for (let i = 0; i < ROUNDS; i++) {
    const { found } = await filed({ ...s, now: s.now + i * SECOND })
    const merge = () => runMerge(s, found, root.complaint.reference)
    expectOneWinner(await Promise.all([merge(), merge()]), 'merge')
    const merged = (await caseById(s.db, found.complaint.id)) as Case
    const split = () => runSplit(s, merged, 'Kerusakannya di tempat lain.')
    expectOneWinner(await Promise.all([split(), split()]), 'split')
  }
  const after = await caseById(s.db, root.complaint.id)
  expect(after?.complaint).toMatchObject({ clusterSize: 1, version: 1 + 2 * ROUNDS })
  expect(await faults(s.db)).toEqual([])
})
