import { describe, expect, test } from 'vitest'
import { ratingMean, ratingText } from '../../../src/domain/figures/satisfaction.ts'

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
