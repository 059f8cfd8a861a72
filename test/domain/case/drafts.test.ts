import { expect, test } from 'vitest'
import {
  approvableDrafts,
  approvalOf,
  isApprovable,
  isSpent,
  screeningOf,
} from '../../../src/domain/case/drafts.ts'
import { aComplaint, HEALTH, ROADS } from '../../support/builders.ts'

const working = aComplaint({ state: 'in_progress', leadAgencyId: ROADS })

test('a head approves the drafts of the own agency, not one that another left behind', () => {
  expect(isApprovable(working, { state: 'draft', agencyId: ROADS })).toBe(true)
  expect(isApprovable(working, { state: 'draft', agencyId: HEALTH })).toBe(false)
  expect(isApprovable(working, { state: 'sent', agencyId: ROADS })).toBe(false)
  const unrouted = { leadAgencyId: null }
  expect(isApprovable(unrouted, { state: 'draft', agencyId: null })).toBe(false)
})

test('a closure drafted before the work began again is spent, a reply is not', () => {
  expect(isSpent({ kind: 'closure', seq: 4 }, 6)).toBe(true)
  expect(isSpent({ kind: 'closure', seq: 7 }, 6)).toBe(false)
  expect(isSpent({ kind: 'reply', seq: 4 }, 6)).toBe(false)
})

const message = (seq: number, kind: string, state = 'draft', agencyId = ROADS) => ({
  ...{ seq, kind, state, agencyId },
})
const read = {
  complaint: working,
  events: [
    { seq: 2, type: 'route' },
    { seq: 6, type: 'dispute' },
  ],
  messages: [
    message(4, 'closure'),
    message(5, 'reply'),
    message(7, 'closure'),
    message(8, 'reply', 'draft', HEALTH),
    message(9, 'reply', 'sent'),
  ],
}

test('the head is shown what may go out, each under its own approval', () => {
  expect(approvableDrafts(read).map(({ seq }) => seq)).toEqual([5, 7])
  expect(approvalOf(read, 5)).toEqual({ name: 'approve_reply', messageSeq: 5, draft: 'reply' })
  expect(approvalOf(read, 7)).toEqual({ name: 'approve_closure', messageSeq: 7, draft: 'closure' })
})

test('a spent closing is refused as such, and what does not wait here as said already', () => {
  expect(approvalOf(read, 4)).toEqual({ refused: 'wrong_state' })
  for (const seq of [8, 9, 10]) expect(approvalOf(read, seq)).toEqual({ refused: 'already_said' })
})

test('only what waits for the verifier is screened', () => {
  const messages = [message(3, 'answer', 'screening'), message(4, 'answer', 'sent')]
  const text = 'Salinan.'
  expect(screeningOf(messages, 3, text)).toEqual({ name: 'screen', messageSeq: 3, text })
  expect(screeningOf(messages, 4, text)).toEqual({ refused: 'already_said' })
  expect(screeningOf(messages, 5, text)).toEqual({ refused: 'already_said' })
})
