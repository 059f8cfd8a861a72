import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { type Complaint, clockOf, liveClock } from '../../../src/domain/case/complaint.ts'
import { calendarOf } from '../../../src/domain/city/city.ts'
import {
  aCalendar,
  aCityData,
  aClosure,
  aComplaint,
  accepted,
  aRouting,
  HEALTH,
  liaison,
  officer,
  ROADS,
  someStaff,
  verifier,
  wib,
} from '../../support/builders.ts'

const words = 'Kata-kata yang cukup panjang.'
const root = aComplaint({ state: 'in_progress', id: 9 })
const merge: Command = { name: 'merge', root }
const returned = (c: Complaint, now = wib('2026-11-25')) =>
  accepted(
    c,
    { name: 'return', text: words, proposedAgencyId: HEALTH },
    { actor: liaison, now, calendar: aCalendar() },
  )

describe('the sixty days of the city', () => {
  const routed = aComplaint({ state: 'routed' })
  const first = clockOf(routed, 'decide')

  test.each(['routed', 'in_progress'] as const)(
    'go on when one joined while %s splits',
    (state) => {
      const merged = accepted(aComplaint({ state }), merge, { actor: verifier })
      const alone = accepted(
        merged,
        { name: 'split', root, text: 'Kerusakannya di tempat lain.' },
        { now: wib('2026-12-20') },
      )
      expect(liveClock(alone, 'decide')).toMatchObject({
        round: 1,
        startDay: first?.startDay,
        dueDay: first?.dueDay,
      })
    },
  )

  test('go on from the first routing when an archived one is taken up again', () => {
    const back = returned(routed)
    const archived = accepted(back, { name: 'archive', text: words }, { actor: verifier })
    const over = { actor: verifier, now: wib('2026-12-20') }
    const received = accepted(archived, { name: 'unarchive', text: words }, over)
    const again = accepted(received, aRouting(), over)
    expect(again.firstRoutedDay).toBe(routed.firstRoutedDay)
    expect(liveClock(again, 'decide')).toMatchObject({ round: 1, dueDay: first?.dueDay })
  })

  test('are over once a closure was proposed, also after a merge and a split', () => {
    const proposed = aComplaint({ state: 'awaiting_confirmation' })
    const disputed = accepted(proposed, { name: 'dispute', text: words })
    expect(liveClock(disputed, 'decide')).toBeUndefined()
    const merged = accepted(proposed, merge, { actor: verifier })
    expect(
      liveClock(
        accepted(merged, { name: 'split', root, text: 'Kerusakannya di tempat lain.' }),
        'decide',
      ),
    ).toBeUndefined()
  })

  test('from receipt on go on after a split before any routing', () => {
    const c = aComplaint()
    const merged = accepted(c, merge, { actor: verifier })
    const alone = accepted(merged, { name: 'split', root, text: 'Kerusakannya di tempat lain.' })
    expect(liveClock(alone, 'decide')).toEqual(liveClock(c, 'decide'))
  })
})

describe('lateness is not hidden', () => {
  const late = wib('2026-12-15')

  test.each<[string, Complaint, Command]>([
    ['joining it to another', aComplaint({ state: 'in_progress' }), merge],
    ['archiving it', aComplaint(), { name: 'archive', text: words }],
    ['referring it', aComplaint(), { name: 'refer', text: words }],
  ])('by %s after its due day', (_name, c, command) => {
    expect(accepted(c, command, { actor: verifier, now: late }).everLate).toBe(true)
    const inTime = wib('2026-12-14')
    expect(accepted(c, command, { actor: verifier, now: inTime }).everLate).toBe(false)
  })

  test('by a withdrawal; a late verification alone marks nothing', () => {
    const working = aComplaint({ state: 'in_progress' })
    const withdraw: Command = { name: 'withdraw', text: '' }
    expect(accepted(working, withdraw, { now: late }).everLate).toBe(true)
    expect(accepted(aComplaint(), withdraw, { now: wib('2026-12-02') }).everLate).toBe(false)
  })

  test('by a standstill that began late', () => {
    const ask: Command = { name: 'ask', text: 'Di sebelah mana lubangnya?' }
    const asked = accepted(aComplaint({ state: 'in_progress' }), ask, { actor: officer, now: late })
    expect(accepted(asked, merge, { actor: verifier, now: late }).everLate).toBe(true)
  })
})

describe('the calendar of whoever holds the clock', () => {
  const calendar = calendarOf(aCityData({ everyDay: [HEALTH] }))
  const received = aComplaint()
  const toHealth = aRouting({ leadAgencyId: HEALTH })

  test('reckons the settle clock again at routing, and back at the return', () => {
    const before = clockOf(received, 'settle')
    const routed = accepted(received, toHealth, { actor: verifier, calendar })
    expect(liveClock(routed, 'settle')).toMatchObject({ dueDay: '2026-12-08', agencyId: HEALTH })
    expect(before).toMatchObject({ dueDay: '2026-12-14' })
    const back = returned({ ...routed, leadAgencyId: ROADS })
    expect(liveClock(back, 'settle')).toMatchObject({ dueDay: '2026-12-14', agencyId: null })
  })

  test('begins a follow-up on Saturday there, and on Monday elsewhere', () => {
    const saturday = { actor: verifier, calendar, now: wib('2026-11-28', '10.00') }
    const there = accepted(received, toHealth, saturday)
    expect(liveClock(there, 'follow_up')).toMatchObject({ startDay: '2026-11-28', length: 5 })
    const elsewhere = accepted(received, aRouting({ leadAgencyId: ROADS }), saturday)
    expect(liveClock(elsewhere, 'follow_up')).toMatchObject({ startDay: '2026-11-30' })
  })

  test('is the city’s for what the reporter has to do, also about an every-day unit', () => {
    const working = { ...aComplaint({ state: 'in_progress' }), leadAgencyId: HEALTH }
    const proposed = accepted(working, aClosure(), {
      ...{ calendar, now: wib('2026-11-28', '10.00') },
      actor: someStaff('liaison', HEALTH),
    })
    expect(liveClock(proposed, 'silence')).toMatchObject({
      startDay: '2026-11-30',
      dueDay: '2026-12-14',
    })
  })
})

describe('an agency that the reporter named', () => {
  const named = aComplaint({ proposedAgencyId: ROADS })

  test('stays among those complained about when a return proposes another', () => {
    const back = returned(accepted(named, aRouting(), { actor: verifier }))
    expect(back).toMatchObject({ aboutAgencyId: ROADS, proposedAgencyId: HEALTH })
    const on = accepted(back, aRouting({ leadAgencyId: HEALTH }), { actor: verifier })
    expect(on.aboutAgencyId).toBe(ROADS)
    const other = aRouting({ leadAgencyId: HEALTH, aboutAgencyId: 5 })
    expect(accepted(back, other, { actor: verifier }).aboutAgencyId).toBe(5)
  })

  test('is not one that only a return proposed', () => {
    const once = returned(aComplaint({ state: 'routed' }))
    expect(once.aboutAgencyId).toBeNull()
    expect(returned(accepted(once, aRouting(), { actor: verifier })).aboutAgencyId).toBeNull()
  })
})
