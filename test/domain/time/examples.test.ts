import { describe, expect, test } from 'vitest'
import type { Command, Given } from '../../../src/domain/acts/acts.ts'
import type { RuleContext } from '../../../src/domain/case/command.ts'
import { type Complaint, clockOf, liveClock } from '../../../src/domain/case/complaint.ts'
import { calendarOf } from '../../../src/domain/city/city.ts'
import { dueNow } from '../../../src/domain/time/due.ts'
import {
  aCalendar,
  aCityData,
  aClosure,
  aComplaint,
  accepted,
  aFiling,
  aRouting,
  HEALTH,
  INSPECTORATE,
  liaison,
  officer,
  ROADS,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
  withheld,
} from '../../support/builders.ts'

const words = 'Alasan yang cukup panjang.'
const ask: Command = { name: 'ask', text: 'Di sebelah mana lubangnya?' }
const answer: Command = { name: 'answer', text: 'Di depan SPBU.' }
const calendar = aCalendar()

type Step = [day: string, time: string, Command, RuleContext['actor']]

const lived = (
  filedAt: number,
  steps: readonly Step[],
  over: Partial<RuleContext> = {},
  filing = aFiling(),
): Complaint =>
  steps.reduce(
    (c, [day, time, command, actor]) =>
      accepted(c, command, { ...over, now: wib(day, time), actor }),
    accepted(null, filing, { ...over, now: filedAt }),
  )

const decreedToo = (...days: string[]) =>
  aCalendar({
    lastYear: 2028,
    holidays: { ...calendar.holidays, ...Object.fromEntries(days.map((day) => [day, 'Libur'])) },
  })

const recomputed = (c: Complaint, ...days: string[]) =>
  accepted(c, { name: 'recompute' }, { actor: timer, calendar: decreedToo(...days) })

const routed = (day: string, time = '10.00'): Step => [day, time, aRouting(), verifier]
const taken = (day: string, time = '11.00'): Step => [day, time, { name: 'take_up' }, officer]

describe('a pause is an interval', () => {
  test('that began after the due day gives nothing back, and is not the agency’s time', () => {
    const c = lived(wib('2026-11-22', '10.00'), [
      routed('2026-11-24'),
      taken('2026-11-24'),
      ['2026-12-12', '10.00', ask, officer],
      ['2026-12-16', '09.00', answer, reporter],
      ['2026-12-16', '15.00', aClosure(), officer],
    ])
    expect(clockOf(c, 'settle')).toMatchObject({ dueDay: '2026-12-11', late: true })
    expect(c.closeDays).toBe(14)
    expect(c.everLate).toBe(true)
  })

  test('moves with a day off that is decreed within it', () => {
    const c = lived(wib('2028-02-01', '09.00'), [
      routed('2028-02-01'),
      taken('2028-02-01'),
      ['2028-02-02', '10.00', ask, officer],
      ['2028-02-09', '10.00', answer, reporter],
    ])
    expect(liveClock(c, 'settle')).toMatchObject({ dueDay: '2028-02-28', provisional: true })
    expect(liveClock(recomputed(c, '2028-02-07'), 'settle')).toMatchObject({
      dueDay: '2028-02-28',
      provisional: false,
    })
    expect(liveClock(recomputed(c, '2028-02-14'), 'settle')?.dueDay).toBe('2028-02-29')
  })

  test('counts by the week of whoever settles it, whoever held it then', () => {
    const over = { calendar: calendarOf(aCityData({ everyDay: [HEALTH] })) }
    const c = lived(
      wib('2026-11-24', '09.00'),
      [
        ['2026-11-25', '10.00', ask, verifier],
        ['2026-12-04', '10.00', answer, reporter],
        ['2026-12-04', '11.00', aRouting({ leadAgencyId: HEALTH }), verifier],
      ],
      over,
    )
    expect(liveClock(c, 'settle')).toMatchObject({ dueDay: '2026-12-17', agencyId: HEALTH })
    expect(liveClock(c, 'follow_up')?.dueDay).toBe('2026-12-09')
    const back = accepted(
      c,
      { name: 'return', text: words, proposedAgencyId: ROADS },
      { ...over, now: wib('2026-12-05'), actor: someStaff('liaison', HEALTH) },
    )
    // by the city's week: 14 working days and the 7 that it stood still
    expect(liveClock(back, 'settle')).toMatchObject({ dueDay: '2026-12-23', agencyId: null })
    expect(liveClock(back, 'verify')?.startDay).toBe('2026-12-07')
  })

  test('of an agency stops its clock twice in a round; a third question stops nothing', () => {
    const asked = lived(wib('2026-11-24', '09.00'), [
      routed('2026-11-24'),
      taken('2026-11-24'),
      ['2026-11-25', '10.00', ask, officer],
      ['2026-11-26', '10.00', answer, reporter],
      ['2026-11-27', '10.00', ask, officer],
      ['2026-11-30', '10.00', answer, reporter],
      ['2026-12-01', '10.00', ask, officer],
    ])
    expect(asked.state).toBe('awaiting_info')
    expect(liveClock(asked, 'settle')).toMatchObject({ status: 'running', dueDay: '2026-12-16' })
    expect(liveClock(asked, 'completion')?.status).toBe('running')
    expect(dueNow(asked)).toMatchObject({ kind: 'due', day: '2026-12-16' })
    const told = accepted(asked, answer, { now: wib('2026-12-04') })
    expect(liveClock(told, 'settle')?.dueDay).toBe('2026-12-16')
    const disputed = [aClosure(), { name: 'dispute', text: words } as const].reduce(
      (c, command) =>
        accepted(c, command, {
          now: wib('2026-12-07'),
          actor: command.name === 'dispute' ? reporter : officer,
        }),
      told,
    )
    const again = accepted(disputed, ask, { now: wib('2026-12-08'), actor: officer })
    expect(liveClock(again, 'settle')?.status).toBe('paused')
  })

  test('of a verifier ends nothing of the agency, and is not counted among its questions', () => {
    const asked = lived(wib('2026-11-24', '09.00'), [
      routed('2026-11-24'),
      ['2026-11-25', '10.00', ask, verifier],
    ])
    expect(liveClock(asked, 'follow_up')?.status).toBe('paused')
    expect(asked.firstAnswerDays).toBeNull()
    const told = accepted(asked, answer, { now: wib('2026-11-27') })
    expect(liveClock(told, 'follow_up')).toMatchObject({ dueDay: '2026-12-03' })
    const by = { actor: officer, now: wib('2026-11-30') }
    const own = accepted(told, ask, by)
    expect(clockOf(own, 'follow_up')?.status).toBe('ended')
    expect(own.firstAnswerDays).toBe(2)
    expect(liveClock(own, 'settle')?.pauses).toMatchObject([
      { cause: 'verifier', agencyId: null },
      { cause: 'agency', agencyId: ROADS, to: null },
    ])
  })
})

describe('a calendar that changes', () => {
  const filed = accepted(null, aFiling(), { now: wib('2027-12-31', '17.00') })

  test('moves day 0, and with it whatever counts from it', () => {
    expect(filed.dayZero).toBe('2028-01-03')
    const moved = recomputed(filed, '2028-01-03')
    expect(moved.dayZero).toBe('2028-01-04')
    expect(liveClock(moved, 'settle')).toMatchObject({ dueDay: '2028-01-24', provisional: false })
    expect(liveClock(moved, 'complete')).toMatchObject({
      startDay: '2028-01-04',
      dueDay: '2028-01-18',
    })
    expect(liveClock(moved, 'decide')).toMatchObject({ startDay: '2028-01-18' })
  })

  test('of two days off moves a settle clock from 24 to 25 January', () => {
    expect(liveClock(recomputed(filed, '2028-01-17'), 'settle')?.dueDay).toBe('2028-01-24')
    const moved = recomputed(filed, '2028-01-03', '2028-01-17')
    expect(liveClock(moved, 'settle')?.dueDay).toBe('2028-01-25')
  })

  test('moves back where a day off is taken back', () => {
    const moved = recomputed(filed, '2028-01-03')
    const back = accepted(moved, { name: 'recompute' }, { actor: timer, calendar: decreedToo() })
    expect({ ...back, version: 1 }).toEqual({
      ...filed,
      clocks: filed.clocks.map((clock) => ({ ...clock, provisional: false })),
    })
  })

  test('in the seconds before an undo moves what the undo brings back', () => {
    const now = wib('2027-12-31', '17.10')
    const archived = accepted(filed, { name: 'archive', text: words }, { actor: verifier, now })
    const undo: Given = {
      ...{ name: 'undo', previous: filed, undone: 'archive', undoneSeq: archived.version },
      ...{ approvedSeq: null, committedAt: now, by: `staff:${verifier.id}` },
    }
    const over = { actor: verifier, now: now + 5000, calendar: decreedToo('2028-01-03') }
    expect(liveClock(accepted(archived, undo, over), 'settle')?.dueDay).toBe('2028-01-24')
  })

  test('leaves an outcome as it was judged', () => {
    const c = lived(wib('2026-11-24', '09.00'), [
      routed('2026-11-24'),
      taken('2026-11-24'),
      ['2026-12-15', '10.00', aClosure(), officer],
    ])
    const moved = recomputed(c, '2026-12-01', '2026-12-28')
    expect(clockOf(moved, 'settle')).toEqual(clockOf(c, 'settle'))
    expect(moved.everLate).toBe(true)
  })
})

describe('the sixty days', () => {
  test('of a supervisory case routed on 23 November end, and are promised, on 22 January', () => {
    const c = lived(wib('2026-11-22', '10.00'), [
      [
        '2026-11-23',
        '10.00',
        aRouting({ supervisory: true, leadAgencyId: INSPECTORATE, release: withheld }),
        verifier,
      ],
    ])
    expect(c.dayZero).toBe('2026-11-23')
    expect(liveClock(c, 'settle')?.dueDay).toBe('2027-02-22')
    expect(dueNow(c)).toMatchObject({ kind: 'due', day: '2027-01-22', clock: { kind: 'decide' } })
    expect(liveClock(aComplaint({ at: wib('2026-11-22') }), 'settle')?.dueDay).toBe('2026-12-11')
  })

  test('begin on calendar day 14 where nobody routes, and a later routing takes nothing away', () => {
    const filed = accepted(null, aFiling(), { now: wib('2026-11-22', '10.00') })
    expect(liveClock(filed, 'decide')).toMatchObject({
      startDay: '2026-12-07',
      dueDay: '2027-02-04',
    })
    const [, , route, by] = routed('')
    const late = accepted(filed, route, { now: wib('2026-12-15'), actor: by })
    expect(liveClock(late, 'decide')?.dueDay).toBe('2027-02-04')
    const soon = accepted(filed, route, { now: wib('2026-11-27', '20.00'), actor: by })
    expect(liveClock(soon, 'decide')).toMatchObject({
      startDay: '2026-11-30',
      dueDay: '2027-01-29',
    })
  })

  test('that end on a day off are promised for the working day before', () => {
    const c = lived(wib('2026-11-24', '09.00'), [routed('2026-11-24')])
    // 60 days from Tuesday 24 November 2026: Saturday 23 January 2027
    expect(liveClock(c, 'decide')?.dueDay).toBe('2027-01-22')
  })

  test('run on while settling stands still, and are the date that is told, ranked and climbed by', () => {
    const c = lived(wib('2026-11-23', '09.00'), [
      routed('2026-11-23'),
      taken('2026-11-23'),
      ['2026-11-24', '10.00', ask, officer],
    ])
    expect(dueNow(c)).toMatchObject({
      kind: 'paused',
      since: '2026-11-24',
      cause: 'agency',
      day: '2027-01-22',
    })
    const escalate: Given = { name: 'escalate', rung: 1 }
    const late = accepted(c, escalate, { now: wib('2027-01-25'), actor: timer })
    expect(clockOf(late, 'decide')?.rung).toBe(1)
  })
})

describe('what was late stays late', () => {
  const late = { now: wib('2026-12-15'), actor: verifier }

  test('when a request is routed again as a complaint', () => {
    const c = lived(
      wib('2026-11-24', '09.00'),
      [
        ['2026-11-24', '10.00', aRouting({ class: 'information' }), verifier],
        ['2026-12-02', '10.00', { name: 'return', text: words, proposedAgencyId: HEALTH }, liaison],
        ['2026-12-03', '10.00', aRouting({ leadAgencyId: HEALTH }), verifier],
      ],
      {},
      aFiling({ class: 'information' }),
    )
    expect(c.class).toBe('complaint')
    expect(liveClock(c, 'settle')).toMatchObject({ dueDay: '2026-12-01', agencyId: ROADS })
    expect(clockOf(c, 'follow_up')?.round).toBe(2)
    expect(c.clocks.filter(({ kind }) => kind === 'follow_up')[0]).toMatchObject({
      ...{ status: 'ended', late: true, agencyId: ROADS, dueDay: '2026-12-01' },
    })
  })

  test('in time, its class changes the length from the same start', () => {
    const c = lived(wib('2026-11-24', '09.00'), [
      ['2026-11-24', '10.00', aRouting({ class: 'information' }), verifier],
    ])
    expect(liveClock(c, 'settle')?.dueDay).toBe('2026-12-01')
  })

  test('a follow-up that is passed on in time is nobody’s', () => {
    const c = lived(wib('2026-11-24', '09.00'), [
      routed('2026-11-24'),
      ['2026-12-01', '10.00', { name: 'return', text: words, proposedAgencyId: HEALTH }, liaison],
    ])
    expect(clockOf(c, 'follow_up')).toMatchObject({ status: 'void', late: false })
  })

  test('from the archive it goes on, with the days in it given back where it was in time', () => {
    const archived = lived(wib('2026-11-24', '09.00'), [
      ['2026-11-26', '10.00', { name: 'archive', text: words }, verifier],
    ])
    const back = accepted(archived, { name: 'unarchive', text: words }, late)
    expect(liveClock(back, 'settle')).toMatchObject({
      ...{ round: 1, startDay: '2026-11-24', dueDay: '2027-01-06' },
      pauses: [{ from: '2026-11-26', to: '2026-12-15', cause: 'archive' }],
    })
    expect(liveClock(back, 'decide')).toMatchObject({ round: 1, startDay: '2026-12-08' })
    const tooLate = accepted(aComplaint(), { name: 'archive', text: words }, late)
    const again = { now: wib('2026-12-22'), actor: verifier }
    const still = accepted(tooLate, { name: 'unarchive', text: words }, again)
    expect(still.everLate).toBe(true)
    expect(liveClock(still, 'settle')).toMatchObject({ dueDay: '2026-12-14', round: 1 })
  })

  test('from a cluster it goes on, no later than the reporter was told there', () => {
    const root = aComplaint({ state: 'in_progress', id: 77, at: wib('2026-11-27') })
    const merged = accepted(
      aComplaint({ state: 'in_progress', at: wib('2026-11-12') }),
      { name: 'merge', root },
      { actor: verifier, now: wib('2026-11-25') },
    )
    const split = (day: string) =>
      accepted(
        merged,
        { name: 'split', root, text: 'Kerusakannya di tempat lain.' },
        { actor: verifier, now: wib(day) },
      )
    expect(liveClock(merged, 'settle')).toBeUndefined()
    const soon = liveClock(split('2026-12-04'), 'settle')
    expect(soon).toMatchObject({ round: 1, startDay: '2026-11-12', dueDay: '2026-12-11' })
    // the root was promised for 17 December
    expect(liveClock(root, 'settle')?.dueDay).toBe('2026-12-17')
    expect(liveClock(split('2026-12-22'), 'settle')?.dueDay).toBe('2026-12-17')
    expect(split('2026-12-22').everLate).toBe(false)
  })

  test('a dispute starts a clock of the same length beside the old outcome', () => {
    const c = lived(wib('2026-11-24', '09.00'), [
      routed('2026-11-24'),
      taken('2026-11-24'),
      ['2026-12-15', '10.00', aClosure(), officer],
      ['2026-12-16', '10.00', { name: 'dispute', text: words }, reporter],
    ])
    expect(c.clocks.filter(({ kind }) => kind === 'settle')).toMatchObject([
      { late: true, status: 'ended' },
      { length: 14, startDay: '2026-12-16', status: 'running' },
    ])
    expect(c.everLate).toBe(true)
  })
})
