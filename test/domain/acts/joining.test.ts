import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { liveClock } from '../../../src/domain/case/complaint.ts'
import { decidePair } from '../../../src/domain/case/decide.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import {
  aComplaint,
  aContext,
  accepted,
  decisionOf,
  HEALTH,
  liaison,
  recorded,
  refused,
  reporter,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

describe('joining', () => {
  test('those who joined hear of an end by silence, and nobody is told where nobody joined', () => {
    const silent = aComplaint({ state: 'awaiting_confirmation' })
    const told = (clusterSize: number) => {
      const ctx = aContext({ actor: timer, now: wib('2027-03-01') })
      const decision = decisionOf(
        { ...silent, clusterSize },
        { name: 'close_by_silence', heard: true },
        ctx,
      )
      if (isRefusal(decision)) throw new Error(decision.refused)
      return decision.notices.filter(({ to }) => to === 'members')
    }
    expect(told(3)).toEqual([{ to: 'members', agencyId: null, template: 'root_closed' }])
    expect(told(1)).toEqual([])
  })

  const root = aComplaint({ state: 'in_progress', id: 9 })

  test('a joined report has no clock, and goes on from its own start when it splits', () => {
    const merged = accepted(aComplaint(), { name: 'merge', root }, { actor: verifier })
    expect(merged).toMatchObject({ state: 'merged', rootId: 9 })
    expect(merged.clocks.every((clock) => clock.status === 'void')).toBe(true)
    const alone = accepted(
      merged,
      { name: 'split', root, text: 'Kerusakannya di tempat lain.' },
      { now: wib('2026-12-01') },
    )
    expect(alone).toMatchObject({ state: 'received', rootId: alone.id })
    expect(liveClock(alone, 'verify')).toMatchObject({ startDay: '2026-11-24', round: 1 })
    expect(liveClock(alone, 'settle')).toMatchObject({ startDay: '2026-11-24', round: 1 })
  })

  test.each([
    ['received', 'received'],
    ['routed', 'routed'],
    ['in_progress', 'in_progress'],
    ['awaiting_confirmation', 'in_progress'],
  ] as const)('one joined from %s splits into %s', (from, to) => {
    const merge: Command = { name: 'merge', root }
    const merged = accepted(aComplaint({ state: from }), merge, { actor: verifier })
    expect(merged.closeDays).toBeNull()
    const alone = accepted(
      merged,
      { name: 'split', root, text: 'Kerusakannya di tempat lain.' },
      { now: wib('2026-12-01') },
    )
    expect(alone.state).toBe(to)
    expect(liveClock(alone, 'follow_up') !== undefined).toBe(
      from === 'routed' || from === 'in_progress',
    )
  })

  test.each([
    ['to itself', aComplaint({ state: 'in_progress' })],
    ['to a joined one', { ...root, rootId: 5 }],
    ['to a closed one', { ...root, state: 'closed' as const }],
    ['a public one to a confidential one', { ...root, confidential: true }],
    ['to a supervisory one', { ...root, supervisory: true }],
  ])('%s is refused', (_name, target) => {
    const merge: Command = { name: 'merge', root: target }
    expect(refused(aComplaint(), merge, { actor: verifier })).not.toBeNull()
  })

  test('a root that holds others is not joined, and a liaison joins inside the own agency only', () => {
    const mine = aComplaint({ state: 'in_progress' })
    const merge: Command = { name: 'merge', root }
    expect(refused({ ...mine, clusterSize: 2 }, merge, { actor: verifier })?.refused).toBe(
      'not_a_root',
    )
    expect(accepted(mine, merge, { actor: liaison }).state).toBe('merged')
    const other: Command = { name: 'merge', root: { ...root, leadAgencyId: HEALTH } }
    expect(refused(mine, other, { actor: liaison })?.refused).toBe('other_agency')
  })

  test('the root is told of it in an event of its own, by whoever did it', () => {
    const member = aComplaint()
    const by = aContext({ actor: verifier })
    const joined = decidePair(member, { name: 'merge', root }, by)
    if (isRefusal(joined)) throw new Error(joined.refused)
    expect(joined.map(({ command, actor, facts }) => [command, actor, facts])).toEqual([
      ['merge', verifier, { root: root.reference }],
      ['join', verifier, { member: member.reference }],
    ])
    expect(joined[1].after).toEqual({ ...root, clusterSize: 2 })
    const [merged, grown] = joined.map(recorded)
    if (!merged || !grown) throw new Error('nothing was decided')
    // a reporter is no party to the root, which lies with another desk
    const parted = decidePair(
      merged,
      { name: 'split', root: grown, text: 'Kerusakannya di tempat lain.' },
      aContext(),
    )
    if (isRefusal(parted)) throw new Error(parted.refused)
    expect(parted.map(({ command, actor, facts }) => [command, actor, facts])).toEqual([
      ['split', reporter, {}],
      ['part', reporter, { member: member.reference, by: 'reporter' }],
    ])
    expect(parted[1].after.clusterSize).toBe(1)
  })

  test('whoever splits says why, to be read by the reporter; a timer has no words', () => {
    const merged = accepted(aComplaint(), { name: 'merge', root }, { actor: verifier })
    const split = (text: string | undefined, actor: Actor) =>
      decidePair(merged, { name: 'split', root, text }, aContext({ actor }))
    for (const actor of [verifier, reporter]) {
      expect(split('ya', actor)).toEqual({ refused: 'text_too_short', field: 'text' })
      const done = split('Kerusakannya di jalan lain.', actor)
      if (isRefusal(done)) throw new Error(done.refused)
      const message = { kind: 'reason', audience: 'reporter', state: 'sent' }
      expect(done[0].message).toMatchObject(message)
    }
    expect(isRefusal(split(undefined, timer))).toBe(false)
  })

  test('neither changes where one may not: the root must be open and theirs, too', () => {
    const supervisory = { ...root, supervisory: true }
    const decided = decidePair(
      { ...aComplaint(), supervisory: true },
      { name: 'merge', root: supervisory },
      {
        ...aContext({ actor: verifier }),
      },
    )
    expect(decided).toEqual({ refused: 'not_allowed' })
  })
})
