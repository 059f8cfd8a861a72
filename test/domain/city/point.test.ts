import { describe, expect, test } from 'vitest'
import { isWithin, parsePoint, pointText } from '../../../src/domain/city/point.ts'

describe('a point as a map application gives it', () => {
  test.each([
    ['1.66667, 101.44321', 1.66667, 101.44321],
    ['1.66667,101.44321', 1.66667, 101.44321],
    ['1,66667, 101,44321', 1.66667, 101.44321],
    ['1,66667 101,44321', 1.66667, 101.44321],
    ['(1.6666712345; 101.4432198765)', 1.66667, 101.44322],
    [' -0.5° 101° ', -0.5, 101],
  ])('"%s" is read', (text, lat, lng) => {
    expect(parsePoint(text)).toEqual({ lat, lng })
  })

  test.each([
    '',
    '1.66667',
    'depan SDN 002',
    '91, 101',
    '1, 181',
    '1.6, 101.4, 3',
    'NaN, Infinity',
    '1e3, 2',
    '1..6, 101',
  ])('"%s" is not one', (text) => {
    expect(parsePoint(text)).toBeNull()
  })

  test('is written as it can be pasted again', () => {
    const point = { lat: 1.66667, lng: 101.44321 }
    expect(parsePoint(pointText(point))).toEqual(point)
  })
})

test('a point is within the bounds of a city, its edges included, or it is not', () => {
  const bounds = [1, 101, 2, 102] as const
  expect(isWithin({ lat: 1, lng: 102 }, bounds)).toBe(true)
  expect(isWithin({ lat: 0.99, lng: 101.5 }, bounds)).toBe(false)
  expect(isWithin({ lat: 1.5, lng: 102.01 }, bounds)).toBe(false)
})
