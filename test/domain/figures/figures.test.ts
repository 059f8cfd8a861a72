import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import {
  binOf,
  contribution,
  difference,
  LAST_BIN,
  median,
  mergeContributions,
  nearestRank,
} from '../../../src/domain/figures/figures.ts'
import {
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
import { naiveFigures } from '../../support/naive-figures.ts'
import { live, someFiling, someStep } from '../../support/random-life.ts'
import { runs } from '../../support/rounds.ts'

const ask: Command = { name: 'ask', text: 'Di sebelah mana lubangnya?' }
const returning: Command = {
  ...{ name: 'return', text: 'Bukan tugas kami, salurannya tersumbat.' },
  proposedAgencyId: HEALTH,
}
const healthOn = (day: string) => ({ actor: someStaff('liaison', HEALTH), now: wib(day) })
/** Without what staff oversee by (overseen.test.ts). */
const cityOf = (c: Parameters<typeof contribution>[0]) =>
  withoutAgencies(contribution(c)[0]?.metrics ?? {})
const withoutAgencies = (metrics: object) =>
  Object.fromEntries(Object.entries(metrics).filter(([name]) => !name.startsWith('agency:')))

describe('what a complaint contributes', () => {
  test('it counts in the city and its lead agency, in the month of day 0', () => {
    const rows = contribution(aComplaint({ state: 'routed' }))
    expect(rows.map((row) => row.scope)).toEqual(['city', `agency:${ROADS}`])
    expect(new Set(rows.map((row) => row.month))).toEqual(new Set(['2026-11']))
  })

  test('a closing that waits for the reporter is open, and its days stand', () => {
    const c = aComplaint({ state: 'awaiting_confirmation' })
    expect(cityOf(c)).toEqual({
      ...{ received: 1, open: 1, 'answer:0': 1, 'close:0': 1 },
      follow_ups: 1,
    })
  })

  test('a closed one is closed; reopened it is open again and its days are gone', () => {
    const closed = aComplaint({ state: 'closed', rating: 4, closeDays: 80 })
    expect(cityOf(closed)).toEqual({
      received: 1,
      closed: 1,
      ratings: 1,
      rating_sum: 4,
      follow_ups: 1,
      'answer:0': 1,
      'close:61': 1,
    })
    const reopened = { ...closed, state: 'in_progress' as const }
    expect(cityOf(reopened)).toMatchObject({ open: 1 })
    expect(cityOf(reopened)).not.toHaveProperty('close:61')
  })

  test('a joined filing counts as joined and as nothing else', () => {
    expect(cityOf(aComplaint({ state: 'merged', everLate: true }))).toEqual({ joined: 1 })
  })

  test.each([
    { confidential: true },
    { supervisory: true },
    { sensitive: 'child' as const },
    { suspectedSpam: true },
  ])('%j is counted in the city alone, and marked there', (secret) => {
    const rows = contribution(aComplaint({ state: 'routed', ...secret }))
    expect(rows.map((row) => row.scope)).toEqual(['city'])
    expect(rows[0]?.metrics).toMatchObject({ received: 1, confidential: 1 })
  })

  test('a secret filing that was joined is joined in the city alone', () => {
    const rows = contribution(aComplaint({ state: 'merged', confidential: true }))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ scope: 'city', month: '2026-11' })
    expect(withoutAgencies(rows[0]?.metrics ?? {})).toEqual({ joined: 1 })
  })

  test('an open one counts on the date that it is promised, and marked where it was late before', () => {
    const open = aComplaint({ state: 'in_progress' })
    expect(cityOf(open)).toMatchObject({ 'due:2026-12-14': 1 })
    expect(cityOf({ ...open, everLate: true })).toMatchObject({ late: 1, 'due_late:2026-12-14': 1 })
  })

  test('while settle stands still the date of decide counts, unless settle was late by then', () => {
    const open = aComplaint({ state: 'in_progress' })
    const stopped = (day: string) => cityOf(accepted(open, ask, { actor: officer, now: wib(day) }))
    expect(stopped('2026-12-14')).toMatchObject({ 'due:2027-01-22': 1 })
    expect(stopped('2026-12-15')).toMatchObject({ 'due:2026-12-14': 1 })
  })

  test('a first follow-up is owed by its day, and late for good where it came late', () => {
    const routed = aComplaint({ state: 'routed' })
    expect(cityOf(routed)).toMatchObject({ follow_ups: 1, 'follow_up_due:2026-12-01': 1 })
    const late = accepted(routed, ask, { actor: officer, now: wib('2026-12-02') })
    expect(cityOf(late)).toMatchObject({ follow_ups: 1, late_follow_ups: 1 })
    expect(Object.keys(cityOf(late) ?? {}).join()).not.toContain('follow_up_due')
  })

  test('a date that was promised is kept or broken once its day has told, else open', () => {
    const give = {
      name: 'promise_date',
      day: '2026-12-04',
      text: 'Kami tambal dengan aspal.',
    } as const
    const on = (day: string) => ({ actor: officer, now: wib(day) })
    const given = accepted(aComplaint({ state: 'in_progress' }), give, on('2026-11-25'))
    expect(cityOf(given)).toMatchObject({ 'promise_due:2026-12-04': 1 })
    expect(cityOf(given)).not.toHaveProperty('promises')
    const kept = accepted(given, aClosure(), on('2026-12-04'))
    expect(cityOf(kept)).toMatchObject({ promises: 1, kept_promises: 1 })
    const broken = accepted(given, aClosure(), on('2026-12-05'))
    expect(cityOf(broken)).toMatchObject({ promises: 1 })
    expect(cityOf(broken)).not.toHaveProperty('kept_promises')
    const again = { ...give, day: '2026-12-11', reason: 'Aspalnya belum datang.' }
    const moved = accepted(given, again, on('2026-12-01'))
    expect(cityOf(moved)).toMatchObject({ 'promise_due:2026-12-11': 1 })
    expect(cityOf(moved)).not.toHaveProperty('promises')
    const movedLate = accepted(given, again, on('2026-12-07'))
    expect(cityOf(movedLate)).toMatchObject({ 'promise_due:2026-12-11': 1, promises: 1 })
    const passedOn = accepted(given, returning, { actor: liaison, now: wib('2026-12-01') })
    expect(JSON.stringify(contribution(passedOn))).not.toContain('promise')
  })

  test('lateness stays with the agency that had it on the due day, and the rest moves on', () => {
    const late = { actor: liaison, now: wib('2026-12-16') }
    const back = accepted(aComplaint({ state: 'routed' }), returning, late)
    const on = accepted(back, aRouting({ leadAgencyId: HEALTH }), {
      ...{ actor: verifier, now: wib('2026-12-16') },
    })
    const of = (agency: number) =>
      contribution(on).find(({ scope }) => scope === `agency:${agency}`)?.metrics
    expect(of(ROADS)).toEqual({
      ...{ 'due:2026-12-14': 1, follow_ups: 1, late_follow_ups: 1 },
    })
    expect(of(HEALTH)).toEqual({
      ...{ received: 1, open: 1, follow_ups: 1, 'follow_up_due:2026-12-23': 1 },
    })
    const proposed = accepted(
      accepted(on, { name: 'take_up' }, healthOn('2026-12-17')),
      aClosure(),
      {
        ...healthOn('2026-12-17'),
      },
    )
    expect(contribution(proposed).map(({ scope, metrics }) => [scope, metrics.late ?? 0])).toEqual([
      ...[
        ['city', 1],
        [`agency:${HEALTH}`, 0],
        [`agency:${ROADS}`, 1],
      ],
    ])
  })
})

describe('a difference', () => {
  test('moves a re-routed complaint from one agency to the other, in the row of the city, too', () => {
    const before = aComplaint({ state: 'routed' })
    const back = accepted(before, returning, { actor: liaison })
    const on = accepted(back, aRouting({ leadAgencyId: HEALTH }), { actor: verifier })
    const dates = { follow_ups: 1, 'follow_up_due:2026-12-01': 1, 'due:2026-12-14': 1 }
    const less = Object.fromEntries(Object.entries(dates).map(([name, n]) => [name, -n]))
    const [citys, ...rows] = difference(before, on)
    expect(withoutAgencies(citys?.metrics ?? {})).toEqual({})
    expect(citys?.metrics).toMatchObject({
      [`agency:${ROADS}/received`]: -1,
      [`agency:${HEALTH}/received`]: 1,
    })
    expect(rows).toEqual([
      { scope: `agency:${ROADS}`, month: '2026-11', metrics: { received: -1, open: -1, ...less } },
      { scope: `agency:${HEALTH}`, month: '2026-11', metrics: { received: 1, open: 1, ...dates } },
    ])
  })

  test('of becoming secret and of ceasing to be so moves it out of the agency, and back in', () => {
    const before = aComplaint({ state: 'routed' })
    const secret = { ...before, supervisory: true, confidential: true }
    const out = difference(before, secret)
    expect(out.map(({ scope, metrics }) => [scope, metrics.received ?? 0])).toEqual([
      ['city', 0],
      [`agency:${ROADS}`, -1],
    ])
    expect(mergeContributions([...out, ...difference(secret, before)])).toEqual([])
  })

  test('of a note is nothing', () => {
    const c = aComplaint({ state: 'routed' })
    expect(difference(c, { ...c, version: 9 })).toEqual([])
  })
})

describe('quantiles out of bins', () => {
  const counted = (values: number[]) => {
    const counts = Array<number>(LAST_BIN + 1).fill(0)
    for (const value of values) counts[binOf(value)] = (counts[binOf(value)] ?? 0) + 1
    return counts
  }

  test('the median and p90 are those of the values themselves', () => {
    const days = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 200 })
    void fc.assert(
      fc.property(days, (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const n = sorted.length
        const middle =
          ((sorted[Math.floor((n - 1) / 2)] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2
        expect(median(counted(values))).toBe(middle)
        expect(nearestRank(counted(values), 0.9)).toBe(sorted[Math.ceil((9 * n) / 10) - 1])
      }),
    )
  })

  test.each([
    [[], null],
    [[3], 3],
    [[1, 2], 1.5],
    [[70, 90, 100], LAST_BIN],
    [[61, 70], LAST_BIN],
    // at least so many: 61 and more is the median only where both middle values are
    [[1, 70], 31],
    [[60, 70], 60.5],
  ])('the median of %j is %j', (values, expected) => {
    expect(median(counted(values))).toBe(expected)
  })

  test.each([
    [[], 0.9, null],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    [[4, 9], 1, 9],
    [[4, 9], 0, 4],
  ])('the nearest rank in %j at %d is %j', (values, q, expected) => {
    expect(nearestRank(counted(values), q)).toBe(expected)
  })
})

test('random lives together give the figures of a second, plain reckoning', () => {
  const life = fc.tuple(someFiling, fc.array(someStep, { minLength: 5, maxLength: 30 }))
  const property = fc.property(fc.array(life, { minLength: 1, maxLength: 8 }), (several) => {
    const ends = several.map(([filing, steps]) => live(filing, steps, () => {}))
    const written = ends.flatMap(({ decisions }) =>
      decisions.flatMap((d) => difference(d.before, d.after)),
    )
    const spelled = mergeContributions(written).map(({ scope, month, metrics }) => [
      `${scope} ${month}`,
      metrics,
    ])
    expect(Object.fromEntries(spelled)).toEqual(naiveFigures(ends.map(({ final }) => final)))
  })
  void fc.assert(property, { numRuns: runs(100) })
})
