import { describe, expect, test } from 'vitest'
import type { Given } from '../../../src/domain/acts/acts.ts'
import { type Decision, isRefusal } from '../../../src/domain/case/command.ts'
import {
  type Complaint,
  clockOf,
  liveClock,
  type State,
} from '../../../src/domain/case/complaint.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import {
  aComplaint,
  aContext,
  accepted,
  HEALTH,
  INSPECTORATE,
  liaison,
  ROADS,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const text = 'Mengapa laporan ini belum dikerjakan?'
const ask = { name: 'ask_explanation', text } as const
const explain = { name: 'explain', text: 'Alatnya rusak sejak Senin.' } as const
const head = { actor: someStaff('head', ROADS) }
const leader = { actor: someStaff('leader') }
const working = aComplaint({ state: 'in_progress' })
const owing = accepted(working, ask, leader)

const decided = (c: Complaint, command: Given, over: Parameters<typeof aContext>[0]): Decision => {
  const result = decide(c, command, aContext(over))
  if (isRefusal(result)) throw new Error(result.refused)
  return result
}

describe('an explanation that is asked for', () => {
  test('is owed by the head within three working days, by a clock of its own', () => {
    const { notices, after } = decided(working, ask, leader)
    expect(notices).toEqual([{ to: 'head', agencyId: ROADS, template: 'explanation' }])
    expect(liveClock(after, 'explain')).toMatchObject({ length: 3, agencyId: ROADS })
    // it touches no other
    expect(after.clocks.slice(0, -1)).toEqual(working.clocks)
  })

  test.each([
    ['leader', someStaff('leader'), null],
    ['Inspektorat', someStaff('inspectorate', INSPECTORATE), null],
    ['auditor', someStaff('auditor'), 'not_allowed'],
    ['administrator', someStaff('admin'), 'not_allowed'],
    ['verifier', verifier, 'not_allowed'],
    ['head of that agency', head.actor, 'not_allowed'],
    ['reporter', reporter, 'not_allowed'],
  ] as const)('by the %s', (_, actor, code) => {
    expect(refused(working, ask, { actor })?.refused ?? null).toBe(code)
  })

  test('is not asked by somebody of that very agency, nor of a supervisory case', () => {
    const own = { ...working, leadAgencyId: INSPECTORATE }
    const inspector = { actor: someStaff('inspectorate', INSPECTORATE) }
    expect(refused(own, ask, inspector)?.refused).toBe('not_allowed')
    expect(refused({ ...working, supervisory: true }, ask, leader)?.refused).toBe('not_allowed')
  })

  test('is one at a time', () => {
    expect(refused(owing, ask, leader)?.refused).toBe('explanation_owed')
    const again = accepted(accepted(owing, explain, head), ask, leader)
    expect(clockOf(again, 'explain')).toMatchObject({ round: 2, status: 'running' })
  })

  test('is given by that head alone, and told to those who may have asked', () => {
    expect(refused(owing, explain, { actor: liaison })?.refused).toBe('not_allowed')
    expect(refused(working, explain, head)?.refused).toBe('wrong_state')
    const { after, notices } = decided(owing, explain, head)
    expect(clockOf(after, 'explain')).toMatchObject({ status: 'ended', late: false })
    expect(notices.map(({ to }) => to)).toEqual(['leader', 'inspectorate'])
  })

  test('stays owed where the reporter ends the case, and ends late after its day', () => {
    const gone = accepted(owing, { name: 'withdraw', text: '' }, { actor: reporter })
    expect(gone.state).toBe('withdrawn')
    const late = accepted(gone, explain, { ...head, now: wib('2027-01-15') })
    expect(clockOf(late, 'explain')).toMatchObject({ status: 'ended', late: true })
  })

  test('is not evaded by returning the case', () => {
    const back = { name: 'return', text, proposedAgencyId: HEALTH } as const
    expect(refused(owing, back, { actor: liaison })?.refused).toBe('explanation_owed')
    expect(refused(accepted(owing, explain, head), back, { actor: liaison })).toBe(null)
  })

  test('is nobody’s any more where the case is joined to another', () => {
    const root = aComplaint({ state: 'in_progress', id: 9 })
    const joined = accepted(owing, { name: 'merge', root }, { actor: verifier })
    expect(clockOf(joined, 'explain')?.status).toBe('void')
  })

  test('climbs to the head, Inspektorat, the leader, and to no citizen', () => {
    const now = wib('2027-01-15')
    let late = owing
    for (const [rung, to] of [
      [1, 'head'],
      [2, 'inspectorate'],
      [3, 'leader'],
    ] as const) {
      const press = { name: 'press_explanation', rung } as const
      expect(refused(owing, press, { actor: timer })?.refused).toBe('not_due')
      const decision = decided(late, press, { actor: timer, now })
      expect(decision.notices.map((one) => one.to)).toEqual([to])
      expect(decision.after.everLate).toBe(working.everLate)
      late = decision.after
    }
    expect(
      refused(late, { name: 'press_explanation', rung: 3 }, { actor: timer, now })?.refused,
    ).toBe('already_said')
  })

  test.each<State>(['received', 'referred', 'archived', 'withdrawn', 'merged'])(
    'is not asked for of one that is %s',
    (state) => {
      expect(refused(aComplaint({ state }), ask, leader)?.refused).toBe('wrong_state')
    },
  )
})
