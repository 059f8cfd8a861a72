import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { type Complaint, OPEN_STATES, type State } from '../../../src/domain/case/complaint.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import {
  aComplaint,
  accepted,
  aRelease,
  aRouting,
  INSPECTORATE,
  ROADS,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  withheld,
} from '../../support/builders.ts'

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
      { name: 'correct', hasName: true, hasPhone: false, hasEmail: false, moved: false },
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

describe('an administrator erases for somebody', () => {
  const admin = someStaff('admin')
  const reason = 'Diminta lewat surat, identitas sudah dicocokkan.'
  const counter = { state: 'closed', hasKeyHolder: false, leadAgencyId: ROADS } as const
  const tried = (over: Partial<Complaint>, actor: Actor = admin, why = reason) =>
    refused(aComplaint({ ...counter, ...over }), { name: 'erase', reason: why }, { actor })?.refused

  test('who holds no key, with a reason', () => {
    expect(tried({})).toBeUndefined()
    expect(tried({}, admin, '')).toBe('text_too_short')
  })

  test('but not for who holds one, nor in a supervisory case', () => {
    expect(tried({ hasKeyHolder: true })).toBe('not_allowed')
    expect(tried({ supervisory: true, confidential: true })).toBe('not_allowed')
  })

  test('nor where the own agency is complained about; and no other role does it', () => {
    const membership = { role: 'liaison', agencyId: ROADS, since: 0, until: null } as const
    const own = { ...admin, memberships: [...admin.memberships, membership] }
    expect(tried({}, own)).toBe('not_allowed')
    for (const role of ['verifier', 'leader', 'auditor'] as const)
      expect(tried({}, someStaff(role))).toBe('not_allowed')
  })
})
