import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { liveClock } from '../../../src/domain/case/complaint.ts'
import {
  aComplaint,
  accepted,
  HEALTH,
  liaison,
  refused,
  verifier,
  wib,
} from '../../support/builders.ts'

describe('joining', () => {
  const root = aComplaint({ state: 'in_progress', id: 9 })

  test('a joined report has no clock, and begins anew when it splits', () => {
    const merged = accepted(aComplaint(), { name: 'merge', root }, { actor: verifier })
    expect(merged).toMatchObject({ state: 'merged', rootId: 9 })
    expect(merged.clocks.every((clock) => clock.status === 'void')).toBe(true)
    const alone = accepted(merged, { name: 'split', root }, { now: wib('2026-12-01') })
    expect(alone).toMatchObject({ state: 'received', rootId: alone.id })
    expect(liveClock(alone, 'verify')?.startDay).toBe('2026-12-01')
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
    const alone = accepted(merged, { name: 'split', root }, { now: wib('2026-12-01') })
    expect(alone.state).toBe(to)
    expect(liveClock(alone, 'follow_up') !== undefined).toBe(to === 'routed')
  })

  test.each([
    ['to itself', aComplaint({ state: 'in_progress' })],
    ['to a joined one', { ...root, rootId: 5 }],
    ['to a closed one', { ...root, state: 'closed' as const }],
    ['a public one to a confidential one', { ...root, confidential: true }],
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
})
