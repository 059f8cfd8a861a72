import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/actor.ts'
import type { Command } from '../../src/domain/command.ts'
import { OPEN_STATES, type State } from '../../src/domain/complaint.ts'
import {
  aComplaint,
  accepted,
  aRelease,
  aRouting,
  INSPECTORATE,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  withheld,
} from '../support/builders.ts'

const words = 'Kata-kata yang cukup panjang.'
const inspectorate = someStaff('inspectorate', INSPECTORATE)
const erased = (state: State) => ({
  ...aComplaint({ state, erased: true }),
  release: { status: 'withdrawn' as const, point: false },
})

describe('an erased report', () => {
  test.each<[string, State, Command, Actor]>([
    ['an answer', 'awaiting_info', { name: 'answer', text: words }, reporter],
    ['a dispute', 'awaiting_confirmation', { name: 'dispute', text: words }, reporter],
    ['a reopening', 'closed', { name: 'reopen', text: words }, verifier],
    ['words with a withdrawal', 'routed', { name: 'withdraw', text: words }, reporter],
    [
      'a file',
      'routed',
      { name: 'attach', attachmentId: 'a', mediaType: 'image/png', bytes: 9, digest: 'd' },
      reporter,
    ],
    ['a release', 'routed', { name: 'release', release: aRelease() }, verifier],
    ['a release at routing', 'received', aRouting(), verifier],
    ['a screened copy', 'routed', { name: 'screen', messageSeq: 3, text: words }, verifier],
    ['a reveal', 'routed', { name: 'reveal', reason: words }, inspectorate],
    [
      'a name',
      'closed',
      { name: 'correct', hasName: true, hasPhone: false, hasEmail: false },
      reporter,
    ],
  ])('takes %s no more', (_name, state, command, actor) => {
    expect(refused(aComplaint({ state }), command, { actor })).toBeNull()
    expect(refused(erased(state), command, { actor })?.refused).toBe('wrong_state')
  })

  test('goes on, is confirmed, rated and withdrawn without words', () => {
    const routed = accepted(erased('received'), aRouting({ release: withheld }), {
      actor: verifier,
    })
    expect(routed.state).toBe('routed')
    const closed = accepted(erased('awaiting_confirmation'), { name: 'confirm' })
    expect(accepted(closed, { name: 'rate', score: 5 }).rating).toBe(5)
    expect(accepted(erased('routed'), { name: 'withdraw', text: '' }).state).toBe('withdrawn')
  })

  test('is no longer public, and is not erased twice', () => {
    const gone = accepted(aComplaint({ state: 'closed' }), { name: 'erase' })
    expect(gone).toMatchObject({ erased: true, release: { status: 'withdrawn' } })
    expect(refused(gone, { name: 'erase' }, { actor: timer })?.refused).toBe('already_said')
  })

  test.each(OPEN_STATES)('is none that is still worked on: %s', (state) => {
    for (const actor of [reporter, timer])
      expect(refused(aComplaint({ state }), { name: 'erase' }, { actor })?.refused).toBe(
        'wrong_state',
      )
  })
})
