import { describe, expect, test } from 'vitest'
import { type Complaint, clockOf, liveClock } from '../../../src/domain/case/complaint.ts'
import { promised } from '../../../src/domain/time/due.ts'
import { ladderClocks } from '../../../src/domain/time/ladder.ts'
import {
  aClosure,
  aComplaint,
  aContext,
  accepted,
  decisionOf,
  HEALTH,
  liaison,
  officer,
  ROADS,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const text = 'Lampu diganti setelah suku cadang tiba.'
const reason = 'Suku cadang terlambat datang dari pabrik.'
const on = (day: string, why?: string) => ({
  ...{ name: 'promise_date' as const, day, text },
  ...(why ? { reason: why } : {}),
})
const working = aComplaint({ state: 'in_progress' })
const now = wib('2026-11-25')
const given = (day: string, c: Complaint = working) => accepted(c, on(day), { actor: officer, now })
const clock = (c: Complaint) => clockOf(c, 'promise')

describe('a date that is promised', () => {
  test.each([
    ['before the legal date', '2026-12-01'],
    ['after it', '2027-02-10'],
    ['on a Sunday', '2026-12-06'],
  ])('%s stands as it was given, and moves no other clock', (_name, day) => {
    const after = given(day)
    expect(clock(after)).toMatchObject({
      ...{ kind: 'promise', round: 1, holder: 'agency', agencyId: ROADS, dueDay: day },
      ...{ status: 'running', provisional: false },
    })
    expect(after.state).toBe('in_progress')
    expect(after.clocks.slice(0, -1)).toEqual(working.clocks)
    expect(promised(after)).toEqual(promised(working))
  })

  test('is told to the reporter in words, and publicly as a step', () => {
    const decision = decisionOf(working, on('2026-12-04'), aContext({ actor: officer, now }))
    expect(decision).toMatchObject({
      facts: { to: '2026-12-04', from: null },
      message: { kind: 'promise', audience: 'reporter', text, state: 'sent' },
      notices: [{ to: 'reporter', agencyId: null, template: 'promised' }],
    })
  })

  test.each([
    ['2026-11-25', 'day_out_of_range'],
    ['2026-11-24', 'day_out_of_range'],
    ['2028-01-01', 'day_out_of_range'],
    ['besok', 'incomplete'],
  ])('is a coming day within a year: %s is %s', (day, code) => {
    expect(refused(working, on(day), { actor: officer, now })?.refused).toBe(code)
  })

  test.each([verifier, reporter, timer, someStaff('head', ROADS), someStaff('liaison', HEALTH)])(
    'is given by liaison or officer of the lead agency alone',
    (actor) => {
      expect(refused(working, on('2026-12-04'), { actor, now })?.refused).toBe('not_allowed')
    },
  )

  test.each(['received', 'routed', 'awaiting_info', 'awaiting_confirmation', 'closed'] as const)(
    'is given while it is worked on, not in %s',
    (state) => {
      const c = aComplaint({ state })
      expect(refused(c, on('2026-12-04'), { actor: liaison, now })?.refused).toBe('wrong_state')
    },
  )
})

describe('moving it', () => {
  test('needs a reason, which the reporter reads, and another date', () => {
    const by = { actor: liaison, now: wib('2026-11-27') }
    const first = given('2026-12-04')
    expect(refused(first, on('2026-12-10'), by)).toEqual({
      ...{ refused: 'text_too_short', field: 'reason' },
    })
    expect(refused(first, on('2026-12-04', reason), by)?.refused).toBe('already_said')
    const moved = decisionOf(first, on('2026-12-10', reason), aContext(by))
    expect(moved).toMatchObject({
      facts: { to: '2026-12-10', from: '2026-12-04' },
      message: { audience: 'reporter', text, reason },
    })
    const after = accepted(first, on('2026-12-10', reason), by)
    expect(after.clocks.filter(({ kind }) => kind === 'promise')).toMatchObject([
      { round: 1, status: 'void', late: false },
      { round: 2, status: 'running', dueDay: '2026-12-10' },
    ])
  })

  test('after it was missed leaves it missed', () => {
    const late = { actor: liaison, now: wib('2026-12-07') }
    const after = accepted(given('2026-12-04'), on('2026-12-10', reason), late)
    expect(after.clocks.filter(({ kind }) => kind === 'promise')).toMatchObject([
      { status: 'void', late: true },
      { status: 'running', late: false },
    ])
  })
})

describe('its clock', () => {
  test('stands still while the reporter is asked, and is given back those working days', () => {
    const asked = accepted(
      given('2026-12-04'),
      { name: 'ask', text: 'Di tiang nomor berapa?' },
      { actor: officer, now: wib('2026-11-26') },
    )
    expect(clock(asked)).toMatchObject({ status: 'paused', dueDay: '2026-12-04' })
    const answer = { name: 'answer', text: 'Tiang nomor 12.' } as const
    // Thursday to Monday: two working days, on a Friday's date
    const after = accepted(asked, answer, { actor: reporter, now: wib('2026-11-30') })
    expect(clock(after)).toMatchObject({ status: 'running', dueDay: '2026-12-08' })
  })

  test.each([
    ['2026-12-04', false],
    ['2026-12-05', true],
  ])('ends with the closing proposed on %s, late: %s', (day, late) => {
    const closed = accepted(given('2026-12-04'), aClosure(), { actor: officer, now: wib(day) })
    expect(clock(closed)).toMatchObject({ status: 'ended', endDay: day, late })
    const disputed = accepted(
      closed,
      { name: 'dispute', text: reason },
      { actor: reporter, now: wib('2026-12-08') },
    )
    expect(liveClock(disputed, 'promise')).toBeUndefined()
    expect(clock(given('2026-12-20', disputed))).toMatchObject({ round: 2, status: 'running' })
  })

  test.each([
    ['in time, and is nobody’s', '2026-12-01', { status: 'void', agencyId: null, late: false }],
    ['too late, and stays its own', '2026-12-07', { status: 'ended', agencyId: ROADS, late: true }],
  ])('goes with the agency that passes the case on, %s', (_name, day, left) => {
    const back = { name: 'return', text: reason, proposedAgencyId: HEALTH } as const
    const returned = accepted(given('2026-12-04'), back, { actor: liaison, now: wib(day) })
    expect(clock(returned)).toMatchObject(left)
    expect(returned.everLate).toBe(false)
  })

  test('is taken up again when the case is split from a cluster', () => {
    const root = aComplaint({ state: 'in_progress', id: 9 })
    const by = { actor: verifier, now: wib('2026-11-26') }
    const merged = accepted(given('2026-12-04'), { name: 'merge', root }, by)
    expect(liveClock(merged, 'promise')).toBeUndefined()
    const alone = accepted(
      merged,
      { name: 'split', root, text: 'Kerusakannya di tempat lain.' },
      { now: wib('2026-11-30') },
    )
    expect(liveClock(alone, 'promise')).toMatchObject({ round: 1, dueDay: '2026-12-08' })
  })
})

describe('missed', () => {
  const missed = given('2026-12-01')
  const late = { actor: timer, now: wib('2026-12-04') }
  const climb = (rung: number) => ({ name: 'escalate', rung, clock: 'promise' }) as const

  test('it goes up the ladder beside the legal date', () => {
    expect(ladderClocks(missed).map(({ kind }) => kind)).toContain('promise')
    const told = [1, 2, 3].map((rung) => {
      const decision = decisionOf(missed, climb(rung), aContext(late))
      return 'notices' in decision ? decision.notices.map((n) => [n.to, n.template]) : decision
    })
    expect(told).toEqual([
      [['agency', 'overdue_promise']],
      [['head', 'overdue_promise']],
      [
        ['inspectorate', 'overdue_promise'],
        ['leader', 'overdue_promise'],
        ['reporter', 'promise_missed'],
      ],
    ])
    const after = accepted(missed, climb(1), late)
    expect(clock(after)?.rung).toBe(1)
    expect(after.clocks.filter(({ kind }) => kind !== 'promise').every((k) => k.rung === 0)).toBe(
      true,
    )
  })

  test('on its day it is not', () => {
    const onTheDay = { ...late, now: wib('2026-12-01') }
    expect(refused(missed, climb(1), onTheDay)?.refused).toBe('not_due')
    expect(refused(working, climb(1), late)?.refused).toBe('not_due')
  })
})
