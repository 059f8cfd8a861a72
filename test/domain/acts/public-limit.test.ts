import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import type { RuleContext } from '../../../src/domain/case/command.ts'
import { type Complaint, clockOf, liveClock } from '../../../src/domain/case/complaint.ts'
import type { PublicLimit } from '../../../src/domain/city/public-limits.ts'
import { contribution } from '../../../src/domain/figures/figures.ts'
import { promised } from '../../../src/domain/time/due.ts'
import { ladderClocks } from '../../../src/domain/time/ladder.ts'
import {
  aCalendar,
  aClosure,
  aComplaint,
  accepted,
  aLimit,
  aRouting,
  HEALTH,
  liaison,
  officer,
  ROADS,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const LAMPS = 2
const PLAIN = 3
/** Streets in three working days, lamps in twenty-four hours, nothing for the rest. */
const limits: PublicLimit[] = [
  aLimit(),
  aLimit({ id: 2, categoryId: LAMPS, unit: 'hour', length: 24 }),
]
const act = (c: Complaint, command: Command, over: Partial<RuleContext> = {}) =>
  accepted(c, command, { limits, ...over })
const text = 'Alasan yang cukup panjang.'
const received = aComplaint()
/** Friday 27 November 2026, 15.10 WIB. */
const FRIDAY = wib('2026-11-27', '15.10')
const routed = (categoryId: number, now = FRIDAY, c = received) =>
  act(c, aRouting({ categoryId }), { actor: verifier, now })
const target = (c: Complaint) => clockOf(c, 'target')
const taken = (c: Complaint, now: number) => act(c, { name: 'take_up' }, { actor: officer, now })
const closedAt = (c: Complaint, now: number) =>
  act(taken(c, now), aClosure(), { actor: officer, now })
const returned = (c: Complaint, now: number) =>
  act(c, { name: 'return', text, proposedAgencyId: HEALTH }, { actor: liaison, now })

describe('the limit of the city', () => {
  test('in hours runs day and night from the routing, to the minute', () => {
    const clock = target(routed(LAMPS))
    expect(clock).toMatchObject({
      ...{ kind: 'target', round: 1, holder: 'agency', agencyId: ROADS, status: 'running' },
      ...{ unit: 'hour', length: 24, startDay: '2026-11-27', dueDay: '2026-11-28' },
      dueAt: wib('2026-11-28', '15.10'),
    })
    const minute = 60_000
    expect(target(closedAt(routed(LAMPS), (clock?.dueAt ?? 0) + 0))).toMatchObject({
      ...{ status: 'ended', late: false },
    })
    expect(target(closedAt(routed(LAMPS), (clock?.dueAt ?? 0) + minute))).toMatchObject({
      ...{ status: 'ended', late: true },
    })
  })

  test('in working days counts by the week of whoever has it', () => {
    expect(target(routed(1))).toMatchObject({ dueDay: '2026-12-02', dueAt: null })
    const calendar = aCalendar({ everyDayAgencies: [HEALTH] })
    const hospital = act(received, aRouting({ leadAgencyId: HEALTH }), {
      ...{ actor: verifier, now: FRIDAY, calendar },
    })
    expect(target(hospital)?.dueDay).toBe('2026-11-30')
  })

  test('touches no legal clock, is not the promised date, and climbs no ladder', () => {
    const [without, under] = [routed(PLAIN), routed(LAMPS)]
    expect(target(without)).toBeUndefined()
    expect(under.clocks.filter(({ kind }) => kind !== 'target')).toEqual(without.clocks)
    expect(promised(under)).toEqual(promised(without))
    expect(ladderClocks(under).map(({ kind }) => kind)).not.toContain('target')
    const late = act(closedAt(under, wib('2026-12-01')), { name: 'confirm' }, {})
    expect(late.everLate).toBe(false)
  })

  test('is the one in force on the day of the routing, whatever is decided later', () => {
    const later = [
      ...limits,
      aLimit({ id: 3, categoryId: LAMPS, unit: 'hour', length: 6, validFrom: '2026-12-01' }),
      aLimit({ id: 4, categoryId: LAMPS, length: null, validFrom: '2027-01-01' }),
      aLimit({ id: 5, categoryId: LAMPS, length: 1, validFrom: '2026-02-01', active: false }),
    ]
    const on = (day: string) =>
      target(
        accepted(received, aRouting({ categoryId: LAMPS }), {
          ...{ actor: verifier, now: wib(day), limits: later },
        }),
      )
    expect(on('2026-11-30')).toMatchObject({ unit: 'hour', length: 24 })
    expect(on('2026-12-01')).toMatchObject({ unit: 'hour', length: 6 })
    expect(on('2027-01-04')).toBeUndefined()
    const old = routed(LAMPS)
    const again = accepted(
      accepted(old, { name: 'return', text, proposedAgencyId: HEALTH }, { actor: liaison }),
      aRouting({ categoryId: LAMPS, leadAgencyId: HEALTH }),
      { actor: verifier, now: wib('2026-12-01'), limits: later },
    )
    expect(target(again)).toMatchObject({ round: 1, length: 24 })
  })

  test('stands still while the reporter is asked, also within one day', () => {
    const work = taken(routed(LAMPS), wib('2026-11-27', '15.20'))
    const asked = act(
      work,
      { name: 'ask', text },
      { actor: officer, now: wib('2026-11-27', '16.00') },
    )
    expect(target(asked)?.status).toBe('paused')
    const answered = act(asked, { name: 'answer', text }, { now: wib('2026-11-27', '18.30') })
    expect(target(answered)).toMatchObject({
      ...{ status: 'running', dueAt: wib('2026-11-28', '17.40') },
    })
    const streets = taken(routed(1), wib('2026-11-27', '15.20'))
    const once = act(streets, { name: 'ask', text }, { actor: officer, now: wib('2026-11-28') })
    const back = act(once, { name: 'answer', text }, { now: wib('2026-11-28', '10.00') })
    expect(target(back)?.dueDay).toBe('2026-12-02')
  })

  test('is not begun anew by a return, and is the new agency’s', () => {
    const back = returned(routed(LAMPS), wib('2026-11-27', '17.00'))
    expect(liveClock(back, 'target')).toMatchObject({ agencyId: null })
    const anew = act(back, aRouting({ categoryId: LAMPS, leadAgencyId: HEALTH }), {
      ...{ actor: verifier, now: wib('2026-11-28', '08.00') },
    })
    expect(target(anew)).toMatchObject({
      ...{ round: 1, agencyId: HEALTH, dueAt: wib('2026-11-28', '15.10') },
    })
  })

  test('that was late before a return stays late, and whose it was', () => {
    const late = wib('2026-11-30')
    const back = returned(routed(LAMPS), late)
    for (const categoryId of [LAMPS, 1, PLAIN]) {
      const anew = act(back, aRouting({ categoryId, leadAgencyId: HEALTH }), {
        ...{ actor: verifier, now: late + 60_000 },
      })
      expect(target(anew)).toMatchObject({ agencyId: ROADS, dueDay: '2026-11-28' })
      expect(target(closedAtHealth(anew, late + 120_000))).toMatchObject({ late: true })
    }
  })

  test('of another category counts from the same start; without one it is laid aside', () => {
    const back = returned(routed(1), wib('2026-11-30'))
    const route = (categoryId: number, day: string, c = back) =>
      act(c, aRouting({ categoryId, leadAgencyId: HEALTH }), { actor: verifier, now: wib(day) })
    // late on arrival: nobody's, as nobody had it on the day
    expect(target(route(LAMPS, '2026-11-30'))).toMatchObject({
      ...{ unit: 'hour', agencyId: null, dueAt: FRIDAY + 24 * 3_600_000 },
    })
    const none = route(PLAIN, '2026-11-30')
    expect(target(none)).toMatchObject({ status: 'void', late: false })
    const again = act(
      act(
        none,
        { name: 'return', text, proposedAgencyId: ROADS },
        {
          ...{ actor: someStaff('liaison', HEALTH), now: wib('2026-12-01') },
        },
      ),
      aRouting({ categoryId: 1 }),
      { actor: someStaff('admin'), now: wib('2026-12-02') },
    )
    expect(again.clocks.filter(({ kind }) => kind === 'target')).toMatchObject([
      { round: 1, status: 'running', agencyId: ROADS, dueDay: '2026-12-04' },
    ])
  })

  test('begins anew beside the old outcome when the closing is disputed', () => {
    const closed = closedAt(routed(LAMPS), wib('2026-11-30'))
    const disputed = act(closed, { name: 'dispute', text }, { now: wib('2026-12-01', '20.00') })
    expect(disputed.clocks.filter(({ kind }) => kind === 'target')).toMatchObject([
      { round: 1, status: 'ended', late: true },
      { round: 2, status: 'running', unit: 'hour', dueAt: wib('2026-12-02', '20.00') },
    ])
  })

  test('gives back the time in a cluster, to the minute', () => {
    const root = aComplaint({ state: 'in_progress', id: 50 })
    const merged = act(routed(LAMPS), { name: 'merge', root }, { actor: verifier, now: FRIDAY + 1 })
    expect(target(merged)?.status).toBe('void')
    const alone = act(
      merged,
      { name: 'split', root, text },
      {
        ...{ actor: verifier, now: FRIDAY + 3_600_001 },
      },
    )
    expect(target(alone)).toMatchObject({ dueAt: FRIDAY + 25 * 3_600_000 })
  })

  test('moves with a calendar that changes, in working days and not in hours', () => {
    const calendar = aCalendar()
    const decreed = aCalendar({ holidays: { ...calendar.holidays, '2026-12-01': 'uji' } })
    const recompute = (c: Complaint) =>
      act(c, { name: 'recompute' }, { actor: timer, now: FRIDAY, calendar: decreed })
    expect(target(recompute(routed(1)))?.dueDay).toBe('2026-12-03')
    expect(target(recompute(routed(LAMPS)))?.dueAt).toBe(target(routed(LAMPS))?.dueAt)
  })

  test('counts as kept, as missed, or by its day while it is open', () => {
    const counted = (c: Complaint) => {
      const agency = contribution(c).find(({ scope }) => scope === `agency:${ROADS}`)
      return Object.entries(agency?.metrics ?? {}).filter(([name]) => name.includes('target'))
    }
    expect(counted(routed(LAMPS))).toEqual([['target_due:2026-11-28', 1]])
    expect(counted(closedAt(routed(LAMPS), wib('2026-11-28')))).toEqual([
      ['targets', 1],
      ['kept_targets', 1],
    ])
    expect(counted(closedAt(routed(LAMPS), wib('2026-11-30')))).toEqual([['targets', 1]])
    const gone = act(
      routed(LAMPS),
      { name: 'withdraw', text: '' },
      { actor: reporter, now: FRIDAY },
    )
    expect(counted(gone)).toEqual([])
  })
})

const closedAtHealth = (c: Complaint, now: number) => {
  const theirs = someStaff('officer', HEALTH)
  const work = act(c, { name: 'take_up' }, { actor: theirs, now })
  return act(work, aClosure(), { actor: theirs, now })
}
