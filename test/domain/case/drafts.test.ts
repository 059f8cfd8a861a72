import { expect, test } from 'vitest'
import { approvalName, approvalOf, screeningOf } from '../../../src/domain/case/drafts.ts'
import { aComplaint } from '../../support/builders.ts'

const working = aComplaint({ state: 'in_progress' })
const by = 'staff:officer-3'

test('what waits has its own approval; what does not is refused as said already', () => {
  const waiting = { ...working, draft: { seq: 5, kind: 'reply', by } as const }
  expect(approvalOf(waiting, 5)).toEqual({ name: 'approve_reply', messageSeq: 5 })
  expect(approvalName({ kind: 'closure' })).toBe('approve_closure')
  expect(approvalName({ kind: 'decision' })).toBe('countersign')
  expect(approvalOf(waiting, 4)).toEqual({ refused: 'already_said' })
  expect(approvalOf(working, 5)).toEqual({ refused: 'already_said' })
})

test('only what waits for the verifier is screened', () => {
  const messages = [
    { seq: 3, state: 'screening' },
    { seq: 4, state: 'sent' },
  ]
  const text = 'Salinan.'
  expect(screeningOf(messages, 3, text)).toEqual({ name: 'screen', messageSeq: 3, text })
  expect(screeningOf(messages, 4, text)).toEqual({ refused: 'already_said' })
  expect(screeningOf(messages, 5, text)).toEqual({ refused: 'already_said' })
})
