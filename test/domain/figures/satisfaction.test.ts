import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandOf,
  ikm,
  ikmText,
  ratingMean,
  ratingText,
} from '../../../src/domain/figures/satisfaction.ts'

describe('nilai kepuasan', () => {
  test.each([
    [47, 10, '4,7'],
    [5, 1, '5,0'],
    [14, 3, '4,7'],
    [9, 2, '4,5'],
    [93, 20, '4,7'],
    [17, 4, '4,3'],
  ])('%i over %i ratings is written %s', (sum, count, expected) => {
    expect(ratingText(sum, count)).toBe(expected)
  })

  test('is not shown where nobody rated', () => {
    expect(ratingText(0, 0)).toBeNull()
    expect(ratingMean(0, 0)).toBeNull()
  })
})

describe('IKM of PermenPANRB 14/2017', () => {
  const ofScores = (scores: number[][]) =>
    ikm({
      respondents: scores.length,
      sums: Array.from({ length: 9 }, (_, i) =>
        scores.reduce((sum, row) => sum + (row[i] ?? 0), 0),
      ),
    })

  test('weighs each element with exactly one ninth: all fours are 100, not 99', () => {
    expect(ofScores([Array(9).fill(4)])).toMatchObject({ value: 100, band: 'A' })
    expect(ofScores([Array(9).fill(1)])).toMatchObject({ value: 25, band: 'D' })
    expect(ofScores([Array(9).fill(3)])).toMatchObject({ value: 75, band: 'C' })
  })

  test('rounds to two decimals, half up', () => {
    expect(ofScores([[3, 3, 3, 4, 3, 3, 3, 3, 3]])?.value).toBe(77.78)
    expect(ikmText(77.8)).toBe('77,80')
    const half = ikm({ respondents: 200, sums: [601, ...Array(8).fill(600)] })
    expect(half?.value).toBe(75.01)
    expect(half?.means[0]).toBe(3.005)
  })

  test.each([
    [100, 'A'],
    [88.31, 'A'],
    [88.3, 'B'],
    [76.61, 'B'],
    [76.6, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [25, 'D'],
  ])('%d is band %s', (value, band) => {
    expect(bandOf(value)).toBe(band)
  })

  test('stays within 25 and 100, and equals the mean of the nine means times 25', () => {
    const row = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 })
    void fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (scores) => {
        const index = ofScores(scores)
        const mean = scores.flat().reduce((a, b) => a + b, 0) / (scores.length * 9)
        expect(index?.value).toBeGreaterThanOrEqual(25)
        expect(index?.value).toBeLessThanOrEqual(100)
        expect(Math.abs((index?.value ?? 0) - mean * 25)).toBeLessThanOrEqual(0.005 + 1e-9)
      }),
    )
  })

  test('has no value without respondents and refuses scores outside 1-4', () => {
    expect(ikm({ respondents: 0, sums: Array(9).fill(0) })).toBeNull()
    expect(() => ikm({ respondents: 1, sums: Array(9).fill(5) })).toThrow(RangeError)
    expect(() => ikm({ respondents: 1, sums: Array(8).fill(4) })).toThrow(RangeError)
  })
})
