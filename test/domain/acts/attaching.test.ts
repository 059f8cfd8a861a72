import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { type Decision, isRefusal } from '../../../src/domain/case/command.ts'
import { type Complaint, liveClock } from '../../../src/domain/case/complaint.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import {
  aComplaint,
  aContext,
  accepted,
  liaison,
  officer,
  ROADS,
  recorded,
  refused,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const photo = (over: { early?: boolean; told?: boolean } = {}): Command & { name: 'attach' } => ({
  name: 'attach',
  attachmentId: 'a1',
  mediaType: 'image/jpeg',
  bytes: 9,
  digest: 'x',
  ...over,
})
const ask: Command = { name: 'ask', text: 'Di sebelah mana lubangnya?' }
const [asked, told] = [wib('2026-11-25'), wib('2026-12-02')]

const given = (
  c: Complaint,
  over: Parameters<typeof aContext>[0] = {},
  command = photo(),
): Decision => {
  const decision = decide(c, command, aContext({ now: told, ...over }))
  if (isRefusal(decision)) throw new Error(decision.refused)
  return decision
}
const whom = ({ notices }: Decision) =>
  notices.map(({ to, agencyId, template }) => `${template} ${to} ${agencyId ?? ''}`.trim())

const held = (over: Partial<Complaint> = {}) =>
  accepted(aComplaint({ state: 'in_progress', ...over }), ask, { actor: officer, now: asked })

describe('a file of the reporter answers what was asked', () => {
  test('the report goes back where it was, and its clocks run as after an answer in words', () => {
    const by = given(held())
    const words = accepted(held(), { name: 'answer', text: 'Di sebelah kiri.' }, { now: told })
    expect(recorded(by)).toEqual(words)
    expect(by.after).toMatchObject({ state: 'in_progress', cameFrom: null })
    expect(liveClock(by.after, 'completion')).toBeUndefined()
    expect(liveClock(by.after, 'settle')?.status).toBe('running')
    expect(whom(by)).toEqual([`answered agency ${ROADS}`])
  })

  test('thirty days later nothing lapses', () => {
    const answered = recorded(given(held()))
    const late = { actor: timer, now: wib('2027-01-04') }
    expect(refused(answered, { name: 'lapse', heard: true }, late)?.refused).toBe('wrong_state')
  })

  test('before it was routed the verifier who asked is told', () => {
    const by = given(accepted(aComplaint(), ask, { actor: verifier, now: asked }))
    expect(by.after.state).toBe('received')
    expect(whom(by)).toEqual(['answered verifier'])
  })

  test('an anonymous one is for the verifier to look at, and the agency hears that its clock runs', () => {
    expect(whom(given(held({ anonymous: true })))).toEqual([
      'answered verifier',
      `answered agency ${ROADS}`,
    ])
  })

  test('where somebody at the counter filed, the file that they add is the reporter’s', () => {
    const counter = held({ hasKeyHolder: false, filedBy: verifier.id })
    expect(given(counter, { actor: verifier }).after.state).toBe('in_progress')
  })

  test('a file of the agency or of a verifier answers nothing', () => {
    for (const actor of [officer, liaison, verifier]) {
      const by = given(held(), { actor })
      expect(by.after).toEqual(held())
      expect(by.notices).toEqual([])
    }
  })

  test('nor does one sent from a page that did not show the question yet', () => {
    const by = given(held(), {}, photo({ early: true }))
    expect(by.after.state).toBe('awaiting_info')
    expect(by.notices).toEqual([])
  })
})

describe('a file that nobody asked for', () => {
  test.each(['routed', 'in_progress', 'awaiting_confirmation'] as const)(
    'is told to the agency while %s',
    (state) => {
      const by = given(aComplaint({ state }))
      expect(by.after).toEqual(aComplaint({ state }))
      expect(by.notices).toEqual([{ to: 'agency', agencyId: ROADS, template: 'file_added' }])
    },
  )

  test('of an anonymous reporter is told to the verifier, who looks at it first', () => {
    expect(whom(given(aComplaint({ state: 'routed', anonymous: true })))).toEqual([
      'file_added verifier',
    ])
  })

  test('is not told again to who had a letter of it that day', () => {
    expect(given(aComplaint({ state: 'routed' }), {}, photo({ told: true })).notices).toEqual([])
  })

  test('is told to nobody before a verifier has opened the report, nor by the agency', () => {
    expect(given(aComplaint()).notices).toEqual([])
    expect(given(aComplaint({ state: 'in_progress' }), { actor: officer }).notices).toEqual([])
  })
})
