import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { liveClock } from '../../../src/domain/case/complaint.ts'
import { decideFollowing, decidePair } from '../../../src/domain/case/decide.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { addDays } from '../../../src/domain/time/time.ts'
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

const WHY = 'Kerusakannya di tempat lain.'

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

  test('a root brings all that is joined to it along, each into its own state when it splits', () => {
    const ctx = aContext({ actor: verifier })
    const all = aComplaint({ state: 'routed', clusterSize: 4 })
    const joined = decidePair(all, { name: 'merge', root: { ...root, clusterSize: 3 } }, ctx)
    if (isRefusal(joined)) throw new Error(joined.refused)
    const [before, grown] = joined.map(recorded)
    if (!before || !grown) throw new Error('nothing was decided')
    expect(before).toMatchObject({ state: 'merged', rootId: 9, clusterSize: 4 })
    expect(grown.clusterSize).toBe(7)
    expect(joined[1].facts).toEqual({ member: all.reference, filings: 4 })

    const member = aComplaint({ state: 'merged', id: 3, rootId: all.id, cameFrom: 'in_progress' })
    const byTimer = aContext({ actor: timer, now: wib('2026-11-27') })
    const command = { name: 'follow', before, root: grown } as const
    const followed = decideFollowing(member, command, byTimer)
    if (isRefusal(followed)) throw new Error(followed.refused)
    expect(followed.after).toEqual({ ...member, rootId: 9 })
    expect(followed.facts).toMatchObject({ root: root.reference, before: all.reference })
    expect(followed.notices).toEqual([{ to: 'reporter', agencyId: null, template: 'merged' }])
    expect(decideFollowing(member, command, ctx)).toEqual({ refused: 'not_allowed' })
    expect(decideFollowing(recorded(followed), command, byTimer)).toMatchObject({
      refused: 'not_a_root',
    })
    const told = ['2026-12-01']
    const alone = accepted(recorded(followed), { name: 'split', root: grown, told, text: WHY })
    expect(alone).toMatchObject({ state: 'in_progress', rootId: 3 })
  })

  test('until all have followed, it splits from no root, and its new root joins no other', () => {
    const moving = aComplaint({ state: 'merged', rootId: 9, clusterSize: 2 })
    expect(refused(moving, { name: 'split', root, text: WHY }, {})).toEqual({
      refused: 'still_moving',
    })
    const merge = { name: 'merge', root: aComplaint({ id: 7 }), moving: true } as const
    expect(refused({ ...root, clusterSize: 3 }, merge, { actor: verifier })).toEqual({
      refused: 'still_moving',
    })
    const after = accepted(moving, { name: 'hand_on' }, { actor: timer })
    expect(after.clusterSize).toBe(1)
    expect(refused(after, { name: 'hand_on' }, { actor: timer })?.refused).toBe('wrong_state')
    expect(refused(after, { name: 'split', root, text: WHY }, {})).toBeNull()
  })

  test('what splits is held to the earliest day of all the roots that it was under', () => {
    const merge: Command = { name: 'merge', root }
    const merged = accepted(aComplaint(), merge, { actor: verifier })
    const late = wib('2027-01-20')
    const later = { ...root, clocks: root.clocks.map((k) => ({ ...k, dueDay: '2027-12-31' })) }
    const due = (told: string[]) => {
      const own = accepted(merged, { name: 'split', root: later, told, text: WHY }, { now: late })
      return liveClock(own, 'settle')?.dueDay ?? ''
    }
    const plain = due([])
    const early = due([addDays(plain, -3)])
    expect(early < plain).toBe(true)
    expect(due([addDays(plain, 9), ''])).toBe(plain)
  })

  test('a liaison joins inside the own agency only', () => {
    const mine = aComplaint({ state: 'in_progress' })
    const merge: Command = { name: 'merge', root }
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
      ['join', verifier, { member: member.reference, filings: 1 }],
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
