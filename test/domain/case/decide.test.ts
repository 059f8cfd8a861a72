import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { type Complaint, clockOf, liveClock } from '../../../src/domain/case/complaint.ts'
import { decide, decideFiling } from '../../../src/domain/case/decide.ts'
import { dueNow, isLate, promised } from '../../../src/domain/time/due.ts'
import {
  aCalendar,
  aCity,
  aClosure,
  aComplaint,
  aContext,
  accepted,
  aFiling,
  aRelease,
  aRouting,
  decisionOf,
  HEALTH,
  INSPECTORATE,
  liaison,
  officer,
  ROADS,
  refused,
  someStaff,
  timer,
  verifier,
  wib,
  withheld,
} from '../../support/builders.ts'

const admin = someStaff('admin')
const later = wib('2026-11-30')
const words = 'Kata-kata yang cukup panjang.'
const ask: Command = { name: 'ask', text: 'Di sebelah mana lubangnya?' }

describe('the worked example: received on Sunday 22 November 2026', () => {
  const filed = accepted(null, aFiling(), { now: wib('2026-11-22', '19.00') })

  test('day 0 is Monday, verification ends Thursday, the answer is due Friday 11 December', () => {
    expect(filed.dayZero).toBe('2026-11-23')
    expect(clockOf(filed, 'verify')?.dueDay).toBe('2026-11-26')
    expect(clockOf(filed, 'complete')?.dueDay).toBe('2026-12-07')
    expect(promised(filed)).toMatchObject({ day: '2026-12-11', provisional: false })
  })

  test('a supervisory case has 60 working days, but the 60 calendar days are promised', () => {
    const routed = accepted(
      filed,
      aRouting({ supervisory: true, leadAgencyId: INSPECTORATE, release: withheld }),
      { now: wib('2026-11-23'), actor: verifier },
    )
    expect(clockOf(routed, 'settle')?.dueDay).toBe('2027-02-22')
    expect(promised(routed)).toMatchObject({ day: '2027-01-22', clock: { kind: 'decide' } })
  })

  test('a change of class is reckoned from the same start', () => {
    const routed = accepted(filed, aRouting({ class: 'information' }), {
      now: wib('2026-11-25'),
      actor: verifier,
    })
    expect(clockOf(routed, 'settle')).toMatchObject({
      startDay: '2026-11-23',
      dueDay: '2026-11-30',
    })
  })
})

describe('filing', () => {
  test.each([
    ['a text of 19 characters', { text: 'a'.repeat(19) }, 'text_too_short', 'text'],
    ['a text of spaces', { text: ' '.repeat(80) }, 'text_too_short', 'text'],
    ['a text of 5,001 characters', { text: 'a'.repeat(5001) }, 'text_too_long', 'text'],
    ['an incident tomorrow', { incidentDay: '2026-11-25' }, 'incident_in_future', 'incidentDay'],
  ])('%s is refused', (_name, over, code, field) => {
    expect(decideFiling(aFiling(over), aContext())).toEqual({ refused: code, field })
  })

  test('twenty letters outside the basic plane are twenty characters', () => {
    expect(isRefusal(decideFiling(aFiling({ text: '💡'.repeat(20) }), aContext()))).toBe(false)
  })

  test('never fails for the calendar: in the last hours of the last year dates are provisional', () => {
    const filed = accepted(null, aFiling(), { now: wib('2027-12-31', '23.00') })
    expect(filed.dayZero).toBe('2028-01-03')
    expect(filed.clocks.filter((clock) => clock.unit === 'working_day')).toSatisfy(
      (clocks: { provisional: boolean }[]) => clocks.every((clock) => clock.provisional),
    )
  })
})

describe('routing', () => {
  const received = aComplaint()

  test.each([
    ['without an agency', aRouting({ leadAgencyId: 0 }), 'agency_missing'],
    ['a supervisory case elsewhere', aRouting({ supervisory: true }), 'inspectorate_only'],
    ['a release of a flagged report', aRouting({ sensitive: 'child' }), 'never_public'],
    [
      'a release without a title',
      aRouting({ release: aRelease({ title: ' ' }) }),
      'release_missing',
    ],
    ['a release without a text', aRouting({ release: aRelease({ text: '' }) }), 'text_too_short'],
  ])('%s is refused', (_name, command, code) => {
    expect(refused(received, command, { actor: verifier })?.refused).toBe(code)
  })

  test('the first return goes back to the verifier, from the second on the administrator routes', () => {
    const back = (c: Complaint) =>
      accepted(c, { name: 'return', text: words, proposedAgencyId: HEALTH }, { actor: liaison })
    const once = back(aComplaint({ state: 'routed' }))
    expect(refused(once, aRouting(), { actor: admin })?.refused).toBe('not_allowed')
    const twice = back(accepted(once, aRouting(), { actor: verifier }))
    expect(twice.returns).toBe(2)
    const again = accepted(once, aRouting(), { actor: verifier })
    const returning = { name: 'return', text: words, proposedAgencyId: HEALTH } as const
    const decision = decide(again, returning, aContext({ actor: liaison }))
    expect(isRefusal(decision) ? [] : decision.notices.map(({ to }) => to)).toEqual([
      'admin',
      'reporter',
    ])
    expect(refused(twice, aRouting(), { actor: verifier })?.refused).toBe('coordinator_only')
    expect(accepted(twice, aRouting(), { actor: admin }).state).toBe('routed')
  })

  test('a return does not restart the promise, which stays the date to hold to', () => {
    const routed = aComplaint({ state: 'routed' })
    const returned = accepted(
      routed,
      { name: 'return', text: words, proposedAgencyId: HEALTH },
      { actor: liaison, now: wib('2026-12-14') },
    )
    expect(promised(returned)).toEqual(
      expect.objectContaining({ day: clockOf(routed, 'settle')?.dueDay }),
    )
    expect(dueNow(returned)).toMatchObject({ day: '2026-12-14', clock: { kind: 'settle' } })
  })

  test('a case taken from the archive belongs to no agency and is verified anew', () => {
    const asked = accepted(aComplaint({ state: 'in_progress' }), ask, { actor: officer })
    const archived = accepted(asked, { name: 'archive', text: words }, { actor: verifier })
    const back = accepted(archived, { name: 'unarchive', text: words }, { actor: verifier })
    expect(back).toMatchObject({ state: 'received', leadAgencyId: null, officerId: null })
  })
})

describe('closing has to be earned', () => {
  const working = aComplaint({ state: 'in_progress' })
  const by = { actor: officer, now: later }

  test.each([
    ['without evidence', aClosure({ evidenceFiles: 0 }), 'evidence_missing'],
    ['with a visit in no words', aClosure({ evidenceFiles: 0, visit: 'ya' }), 'evidence_missing'],
    ['without an answer', aClosure({ text: 'Selesai' }), 'text_too_short'],
    ['without a reason', aClosure({ reason: '' }), 'text_too_short'],
  ])('%s it is refused', (_name, command, code) => {
    expect(refused(working, command, by)?.refused).toBe(code)
  })

  test('a visit record, or for a request the answer itself, is evidence', () => {
    const visit = aClosure({ evidenceFiles: 0, visit: '2026-11-29, Rina dan Budi ke lokasi' })
    expect(accepted(working, visit, by).state).toBe('awaiting_confirmation')
    const request = { ...working, class: 'information' as const }
    expect(accepted(request, aClosure({ evidenceFiles: 0 }), by).state).toBe(
      'awaiting_confirmation',
    )
  })

  test('where the head approves, nothing goes out before, and only a draft can be approved', () => {
    const city = aCity({ approvingAgencyIds: [ROADS] })
    const head = someStaff('head', ROADS)
    const waiting = accepted(working, aClosure(), { ...by, city })
    expect(waiting.state).toBe('in_progress')
    expect(liveClock(waiting, 'settle')?.status).toBe('running')
    const approve = (messageSeq: number): Command => ({ name: 'approve_closure', messageSeq })
    const seq = waiting.version
    expect(refused(waiting, approve(seq - 1), { actor: head, city })?.refused).toBe('wrong_state')
    expect(refused(working, approve(seq), { actor: head, city })?.refused).toBe('wrong_state')
    expect(refused(waiting, approve(seq), { actor: officer, city })?.refused).toBe('not_allowed')
    expect(accepted(waiting, approve(seq), { actor: head, city }).state).toBe(
      'awaiting_confirmation',
    )
    expect(accepted(working, aClosure(), { actor: head, city }).state).toBe('awaiting_confirmation')
  })

  test('a late answer stays late after a dispute that is settled in time', () => {
    const late = accepted(working, aClosure(), { ...by, now: wib('2026-12-31') })
    expect(late.everLate).toBe(true)
    const disputed = accepted(late, { name: 'dispute', text: words }, { now: wib('2027-01-04') })
    expect(disputed).toMatchObject({ state: 'in_progress', disputes: 1, closeDays: null })
    expect(liveClock(disputed, 'settle')).toMatchObject({ round: 2, length: 14 })
    const again = accepted(disputed, aClosure(), { ...by, now: wib('2027-01-06') })
    expect(again.everLate).toBe(true)
    expect(clockOf(again, 'settle')?.late).toBe(false)
  })

  test('days to the closing leave out every pause, also one before a dispute', () => {
    const asked = accepted(working, ask, { actor: officer, now: wib('2026-11-25') })
    const told = accepted(asked, { name: 'answer', text: words }, { now: wib('2026-12-02') })
    const first = accepted(told, aClosure(), { actor: officer, now: wib('2026-12-03') })
    expect(first.closeDays).toBe(2)
    const disputed = accepted(first, { name: 'dispute', text: words }, { now: wib('2026-12-03') })
    expect(
      accepted(disputed, aClosure(), { actor: officer, now: wib('2026-12-04') }).closeDays,
    ).toBe(3)
  })
})

describe('dates that pass', () => {
  const proposed = aComplaint({ state: 'awaiting_confirmation' })

  test('silence closes after ten working days, not on the tenth', () => {
    const last = clockOf(proposed, 'silence')?.dueDay ?? ''
    expect(last).toBe('2026-12-08')
    const close: Command = { name: 'close_by_silence', heard: true }
    expect(refused(proposed, close, { actor: timer, now: wib(last, '23.59') })?.refused).toBe(
      'not_due',
    )
    expect(accepted(proposed, close, { actor: timer, now: wib('2026-12-09', '00.00') }).state).toBe(
      'closed',
    )
  })

  test('a held report lapses after thirty calendar days', () => {
    const held = aComplaint({ state: 'awaiting_info' })
    const lapse: Command = { name: 'lapse', heard: true }
    expect(refused(held, lapse, { actor: timer, now: wib('2026-12-24') })?.refused).toBe('not_due')
    expect(accepted(held, lapse, { actor: timer, now: wib('2026-12-25') }).state).toBe('withdrawn')
  })

  test('the reporter reopens within thirty days, also when staff answers for them; the verifier after', () => {
    const reopen: Command = { name: 'reopen', text: words }
    const closed = aComplaint({ state: 'closed' })
    const [last, after] = [wib('2026-12-24'), wib('2026-12-25')]
    expect(accepted(closed, reopen, { now: last }).state).toBe('in_progress')
    expect(refused(closed, reopen, { now: after })?.refused).toBe('too_late')
    const counter = { ...closed, hasKeyHolder: false, filedBy: liaison.id }
    expect(refused(counter, reopen, { now: after, actor: liaison })?.refused).toBe('too_late')
    expect(accepted(closed, reopen, { now: after, actor: verifier }).closeDays).toBeNull()
  })

  test('only what is late is escalated, and in a standstill the sixty days', () => {
    const routed = aComplaint({ state: 'in_progress' })
    const up: Command = { name: 'escalate', rung: 1 }
    expect(refused(routed, up, { actor: timer, now: wib('2026-12-14') })?.refused).toBe('not_due')
    expect(accepted(routed, up, { actor: timer, now: wib('2026-12-15') }).state).toBe('in_progress')
    const asked = accepted(routed, ask, { actor: officer, now: later })
    expect(isLate(asked, '2027-01-22')).toBe(false)
    expect(refused(asked, up, { actor: timer, now: wib('2027-01-22') })?.refused).toBe('not_due')
    expect(isLate(asked, '2027-01-23')).toBe(true)
    expect(accepted(asked, up, { actor: timer, now: wib('2027-01-25') }).state).toBe(
      'awaiting_info',
    )
  })

  test('a first follow-up is escalated by a rung of its own', () => {
    const routed = aComplaint({ state: 'routed' })
    const up: Command = { name: 'escalate', rung: 1, clock: 'follow_up' }
    const late = { actor: timer, now: wib('2026-12-02') }
    expect(refused(routed, up, { ...late, now: wib('2026-12-01') })?.refused).toBe('not_due')
    expect(refused(routed, { name: 'escalate', rung: 1 }, late)?.refused).toBe('not_due')
    const told = accepted(routed, up, late)
    expect(clockOf(told, 'follow_up')?.rung).toBe(1)
    for (const rung of [1, 2, 3]) {
      const said = decisionOf(routed, { ...up, rung }, aContext(late))
      const letters = isRefusal(said)
        ? []
        : said.notices.map(({ to, template }) => `${to} ${template}`)
      expect(letters.filter((one) => !one.startsWith('reporter'))).toEqual(
        rung < 3
          ? [`${rung === 1 ? 'agency' : 'head'} overdue_follow_up`]
          : ['inspectorate overdue_follow_up', 'leader overdue_follow_up'],
      )
    }
    expect(clockOf(told, 'settle')?.rung).toBe(0)
    expect(refused(told, up, late)?.refused).toBe('already_said')
  })

  test('an amended calendar moves open dates once, and says nothing when nothing moves', () => {
    const routed = aComplaint({ state: 'routed' })
    const calendar = aCalendar({ holidays: { ...aCalendar().holidays, '2026-12-09': 'Pilkada' } })
    const again: Command = { name: 'recompute' }
    const moved = accepted(routed, again, { actor: timer, calendar })
    expect(promised(moved)).toMatchObject({ day: '2026-12-15' })
    expect(refused(moved, again, { actor: timer, calendar })).not.toBeNull()
  })
})

test('a withdrawn supervisory case may go on: the wish is recorded, the case stays', () => {
  const routed = { ...aComplaint({ state: 'routed' }), supervisory: true }
  expect(accepted(routed, { name: 'withdraw', text: '' }).state).toBe('routed')
  expect(accepted(aComplaint({ state: 'routed' }), { name: 'withdraw', text: '' })).toMatchObject({
    state: 'withdrawn',
    release: { status: 'withdrawn' },
  })
})
