import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  binOf,
  contribution,
  difference,
  hideSmall,
  LAST_BIN,
  quantile,
} from '../../../src/domain/figures/figures.ts'
import { aComplaint, HEALTH, ROADS } from '../../support/builders.ts'

const cityOf = (c: Parameters<typeof contribution>[0]) => contribution(c)[0]?.metrics

describe('what a complaint contributes', () => {
  test('it counts in the city, its lead agency and its place, in the month of day 0', () => {
    const rows = contribution(aComplaint({ state: 'routed' }))
    expect(rows.map((row) => row.scope)).toEqual(['city', `agency:${ROADS}`, 'place:1:6'])
    expect(new Set(rows.map((row) => row.month))).toEqual(new Set(['2026-11']))
  })

  test('an unknown place is counted as such, so that places sum to the city', () => {
    const rows = contribution(aComplaint({ categoryId: null, districtId: null }))
    expect(rows.map((row) => row.scope)).toEqual(['city', 'place:0:0'])
  })

  test('a closing that waits for the reporter is open, and its days stand', () => {
    const c = aComplaint({ state: 'awaiting_confirmation' })
    expect(cityOf(c)).toEqual({ received: 1, open: 1, 'answer:0': 1, 'close:0': 1 })
  })

  test('a closed one is closed; reopened it is open again and its days are gone', () => {
    const closed = aComplaint({ state: 'closed', rating: 4, closeDays: 80 })
    expect(cityOf(closed)).toEqual({
      received: 1,
      closed: 1,
      ratings: 1,
      rating_sum: 4,
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

  test('confidential and supervisory ones are counted, and marked', () => {
    expect(cityOf(aComplaint({ confidential: true }))).toMatchObject({
      received: 1,
      confidential: 1,
    })
    expect(cityOf(aComplaint({ supervisory: true }))).toMatchObject({
      received: 1,
      confidential: 1,
    })
  })
})

describe('a difference', () => {
  test('moves a re-routed complaint from one agency to the other and leaves the city alone', () => {
    const before = aComplaint({ state: 'routed' })
    expect(difference(before, { ...before, leadAgencyId: HEALTH })).toEqual([
      { scope: `agency:${ROADS}`, month: '2026-11', metrics: { received: -1, open: -1 } },
      { scope: `agency:${HEALTH}`, month: '2026-11', metrics: { received: 1, open: 1 } },
    ])
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
        const median =
          ((sorted[Math.floor((n - 1) / 2)] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2
        expect(quantile(counted(values), 0.5)).toBe(median)
        const p90 = quantile(counted(values), 0.9) ?? -1
        expect(values.filter((v) => v <= p90).length).toBeGreaterThanOrEqual(0.9 * n)
        expect(values.filter((v) => v >= p90).length).toBeGreaterThanOrEqual(0.1 * n - 1e-9)
      }),
    )
  })

  test.each([
    [[], 0.5, null],
    [[3], 0.5, 3],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.5],
    [[70, 90, 100], 0.5, LAST_BIN],
    [[60, 70], 0.5, LAST_BIN],
    [[4, 9], 1, 9],
    [[4, 9], 0, 4],
  ])('%j at %d is %j', (values, q, expected) => {
    expect(quantile(counted(values), q)).toBe(expected)
  })
})

test('a count under five is hidden where confidential reports are in it, and only there', () => {
  expect([0, 1, 4, 5].map((n) => hideSmall(n, true))).toEqual([0, null, null, 5])
  expect([0, 1, 4, 5].map((n) => hideSmall(n, false))).toEqual([0, 1, 4, 5])
})
