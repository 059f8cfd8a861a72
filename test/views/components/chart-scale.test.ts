import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  linePath,
  place,
  pointAt,
  shadeOf,
  ticksTo,
} from '../../../src/views/components/chart-scale.ts'

const counts = fc.integer({ min: 0, max: 5_000_000 })
const BOX = { width: 220, height: 64 }

describe('the scale of a chart', () => {
  test.each([
    [0, 2, [0, 1]],
    [1, 2, [0, 1]],
    [3, 2, [0, 2, 4]],
    [7, 4, [0, 2, 4, 6, 8]],
    [40, 2, [0, 20, 40]],
    [93, 4, [0, 50, 100]],
  ])('to %i at most %i lines: %j', (largest, most, ticks) => {
    expect(ticksTo(largest, most)).toEqual(ticks)
  })

  test('it begins at nought, reaches the largest, and has few whole steps of one round size', () => {
    const property = fc.property(counts, fc.integer({ min: 1, max: 8 }), (largest, most) => {
      const ticks = ticksTo(largest, most)
      const step = ticks[1] ?? 0
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest)
      expect(ticks.length).toBeLessThanOrEqual(most + 2)
      expect(ticks).toEqual(ticks.map((_, i) => i * step))
      expect(String(step)).toMatch(/^(1|2|5)0*$/)
    })
    void fc.assert(property)
  })

  test('more is never drawn as less, and nothing outside of the picture', () => {
    const property = fc.property(counts, counts, counts, (a, b, largest) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(place(less, largest, 160)).toBeLessThanOrEqual(place(more, largest, 160))
      expect(place(more, largest, 160)).toBeLessThanOrEqual(160)
      expect(place(less, largest, 160)).toBeGreaterThanOrEqual(0)
      expect(shadeOf(less, largest)).toBeLessThanOrEqual(shadeOf(more, largest))
    })
    void fc.assert(property)
  })

  test('only nothing has no shade, and the largest has the darkest', () => {
    const property = fc.property(fc.integer({ min: 1, max: 100_000 }), counts, (largest, n) => {
      expect(shadeOf(0, largest)).toBe(0)
      expect(shadeOf(largest, largest)).toBe(4)
      if (n > 0) expect(shadeOf(n, largest)).toBeGreaterThan(0)
    })
    void fc.assert(property)
  })
})

describe('a line', () => {
  test('goes through every value from left to right', () => {
    expect(linePath([0, 5, 10], 10, BOX)).toBe('M0 64L110 32L220 0')
  })

  test('is broken where nothing was measured, and a lone value is a point', () => {
    expect(linePath([0, null, 10], 10, BOX)).toBe('M0 64h.01M220 0h.01')
    expect(linePath([null, null], 10, BOX)).toBe('')
  })

  test('stays in its box and goes as often up as there are runs of values', () => {
    const values = fc.array(fc.option(counts), { maxLength: 24 })
    const property = fc.property(values, (some) => {
      const largest = Math.max(1, ...some.map((value) => value ?? 0))
      const path = linePath(some, largest, BOX)
      const runs = some.filter((value, i) => value !== null && some[i - 1] == null).length
      expect(path.split('M').length - 1).toBe(runs)
      for (const [i, value] of some.entries()) {
        if (value === null) continue
        const [x, y] = pointAt(i, value, some.length, largest, BOX)
        expect(x >= 0 && x <= BOX.width && y >= 0 && y <= BOX.height).toBe(true)
        expect(path).toContain(`${x} ${y}`)
      }
    })
    void fc.assert(property)
  })
})
