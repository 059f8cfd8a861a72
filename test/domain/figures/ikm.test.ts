import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfUp } from '../../../src/domain/figures/half-up.ts'
import { bandOf, ELEMENTS, ikm, ikmText, meanText } from '../../../src/domain/figures/ikm.ts'

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
    expect(half?.elements[0]).toEqual({ mean: 3.005, value: 75.13, band: 'C' })
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

  /** The rule as it is written, in whole numbers only: each mean kept as a fraction of n. */
  const naive = (scores: number[][]) => {
    const n = BigInt(scores.length)
    const sums = ELEMENTS.map((_, i) => scores.reduce((sum, row) => sum + BigInt(row[i] ?? 0), 0n))
    const hundredths = (numerator: bigint, denominator: bigint) => {
      const whole = (numerator * 100n) / denominator
      const rest = (numerator * 100n) % denominator
      return `${rest * 2n >= denominator ? whole + 1n : whole}`.padStart(3, '0')
    }
    const text = (digits: string) => `${digits.slice(0, -2)},${digits.slice(-2)}`
    // sum of (sums / n) / 9, times 25
    const whole = sums.reduce((a, b) => a + b, 0n)
    return {
      whole: text(hundredths(whole * 25n, n * 9n)),
      elements: sums.map((sum) => text(hundredths(sum * 25n, n))),
    }
  }

  test('is what whole numbers alone come to, for as many respondents as there are', () => {
    const row = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 })
    void fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), (scores) => {
        const index = ofScores(scores)
        const expected = naive(scores)
        expect(index && ikmText(index.value)).toBe(expected.whole)
        expect(index?.elements.map(({ value }) => ikmText(value))).toEqual(expected.elements)
      }),
      { numRuns: 400 },
    )
  })

  test('a half is decimal, where a float would lie below it', () => {
    // 1.005 × 25 = 25.125, and a mean of 1.0005 is told as 1,001
    expect(halfUp(201 * 25, 200, 2)).toBe(25.13)
    expect(Math.round((1.005 * 100) / 1) / 100).toBe(1)
    expect(halfUp(1005, 1000, 2)).toBe(1.01)
    expect(meanText(2001, 2000)).toBe('1,001')
    expect(meanText(3, 1)).toBe('3,000')
  })

  test('the order of respondents, and doubling all of them, change nothing', () => {
    const row = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 })
    void fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (scores) => {
        const index = ofScores(scores)
        expect(ofScores(scores.toReversed())).toEqual(index)
        expect(ofScores([...scores, ...scores])).toEqual(index)
      }),
    )
  })

  test('a better answer never lowers it', () => {
    const row = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 9, maxLength: 9 })
    void fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.nat({ max: 8 }),
        (scores, i) => {
          const better = scores.map((one, n) =>
            n === 0 ? one.map((score, j) => (j === i ? score + 1 : score)) : one,
          )
          expect(ofScores(better)?.value).toBeGreaterThanOrEqual(ofScores(scores)?.value ?? 0)
        },
      ),
    )
  })
})
