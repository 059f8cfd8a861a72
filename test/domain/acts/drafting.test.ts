import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import {
  aCity,
  aClosure,
  aComplaint,
  accepted,
  HOUR,
  liaison,
  officer,
  ROADS,
  refused,
  reporter,
  someStaff,
  wib,
} from '../../support/builders.ts'

const head = someStaff('head', ROADS)
const city = aCity({ approvingAgencyIds: [ROADS] })
const now = wib('2026-11-25')
const words = 'Kami sudah memeriksa lokasinya hari ini.'
const by = (actor: typeof head) => ({ actor, city, now })

const working = aComplaint({ state: 'in_progress', at: now - 4 * HOUR })
const drafted = accepted(working, { name: 'reply', text: words }, by(officer))
const closing = accepted(working, aClosure(), by(officer))
const approve = (c: Complaint) =>
  ({ name: 'approve_reply', messageSeq: c.draft?.seq ?? 0 }) as const
const approveClosing = (c: Complaint) =>
  ({ name: 'approve_closure', messageSeq: c.draft?.seq ?? 0 }) as const

describe('drafts', () => {
  test('wait one at a time', () => {
    expect(drafted.draft).toEqual({ seq: drafted.version, kind: 'reply', by: 'staff:officer-3' })
    for (const command of [{ name: 'reply', text: words } as const, aClosure()])
      expect(refused(drafted, command, by(liaison))).toEqual({ refused: 'draft_waits' })
  })

  test('are let out by the head, once, as what they are', () => {
    expect(refused(drafted, approveClosing(drafted), by(head))).toEqual({ refused: 'wrong_state' })
    const out = accepted(drafted, approve(drafted), by(head))
    expect(out).toMatchObject({ draft: null, firstAnswerDays: 0 })
    expect(refused(out, approve(drafted), by(head))).toEqual({ refused: 'wrong_state' })
  })

  test('are sent back with words, and then another may wait', () => {
    expect(refused(drafted, { name: 'send_back', text: '' }, by(head))?.refused).toBe(
      'text_too_short',
    )
    expect(refused(drafted, { name: 'send_back', text: words }, by(liaison))?.refused).toBe(
      'not_allowed',
    )
    const back = accepted(drafted, { name: 'send_back', text: words }, by(head))
    expect(back.draft).toBeNull()
    expect(refused(back, { name: 'send_back', text: words }, by(head))?.refused).toBe('wrong_state')
    expect(accepted(back, { name: 'reply', text: words }, by(officer)).draft?.seq).toBe(
      back.version + 1,
    )
  })

  test('are taken back by their author or the liaison', () => {
    for (const actor of [officer, liaison])
      expect(accepted(drafted, { name: 'withdraw_draft' }, by(actor)).draft).toBeNull()
    const colleague = someStaff('officer', ROADS, { id: 'colleague' })
    const anybodys = { ...drafted, officerId: null }
    expect(refused(anybodys, { name: 'withdraw_draft' }, by(colleague))?.refused).toBe(
      'not_allowed',
    )
    expect(refused(working, { name: 'withdraw_draft' }, by(officer))?.refused).toBe('wrong_state')
  })

  test('the head’s own words of that kind take their place', () => {
    const edited = accepted(drafted, { name: 'reply', text: words }, by(head))
    expect(edited).toMatchObject({ draft: null, state: 'in_progress' })
    const beside = accepted(closing, { name: 'reply', text: words }, by(head))
    expect(beside.draft).toEqual(closing.draft)
    const closed = accepted(closing, aClosure(), by(head))
    expect(closed).toMatchObject({ draft: null, state: 'awaiting_confirmation' })
  })

  test('of a closing that was overtaken and disputed cannot be approved', () => {
    const overtaken = accepted(closing, aClosure(), by(head))
    const disputed = accepted(
      overtaken,
      { name: 'dispute', text: words },
      { city, now, actor: reporter },
    )
    expect(refused(disputed, approveClosing(closing), by(head))).toEqual({ refused: 'wrong_state' })
  })

  test('stand over a question, and go with the agency that wrote them', () => {
    const asked = accepted(drafted, { name: 'ask', text: words }, by(liaison))
    const answered = accepted(
      asked,
      { name: 'answer', text: words },
      { city, now, actor: reporter },
    )
    expect(answered.draft).toEqual(drafted.draft)
    const returned = accepted(
      drafted,
      { name: 'return', text: words, proposedAgencyId: 4 },
      by(liaison),
    )
    expect(returned.draft).toBeNull()
  })
})
