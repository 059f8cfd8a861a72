import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointText } from '../../../src/domain/city/point.ts'
import { readPoint } from '../../../src/domain/city/typed-point.ts'
import { anyText } from '../text/any-text.ts'

test.each([
  ['1.66667, 101.44321', 1.66667, 101.44321],
  ['1,66667; 101,44321', 1.66667, 101.44321],
  ['−1.5, 101', -1.5, 101],
  ['geo:1.66667,101.44321?z=17', 1.66667, 101.44321],
  ['https://maps.google.com/?q=1.66667,101.44321', 1.66667, 101.44321],
  ['https://www.google.com/maps?q=1.66667%2C101.44321', 1.66667, 101.44321],
  ['https://www.google.com/maps/place/Pasar/@1.66667,101.44321,17z/data=x', 1.66667, 101.44321],
  ['Lat: 1.66667, Long: 101.44321', 1.66667, 101.44321],
  ['1.66667° N, 101.44321° E', 1.66667, 101.44321],
  ['1.5 LS 101.5 BT', -1.5, 101.5],
  ['1°40\'00.0"N 101°26\'36.0"E', 1.66667, 101.44333],
  ['1°40′00″N, 101°26′36″E', 1.66667, 101.44333],
])('%s', (typed, lat, lng) => {
  expect(readPoint(typed)).toEqual({ lat, lng })
})

test.each(['', '1.6', '91, 101', '1,6 101 4', 'https://maps.app.goo.gl/1', 'depan SDN 002, RT 4'])(
  'no point: "%s"',
  (typed) => {
    expect(readPoint(typed)).toBeNull()
  },
)

test('what is read reads as itself, and nothing throws', () => {
  const near = fc
    .array(fc.constantFrom(...'0123456789.,;°\'"NSEW -'), { maxLength: 30 })
    .map((letters) => letters.join(''))
  void fc.assert(
    fc.property(fc.oneof(anyText, near), (typed) => {
      const point = readPoint(typed)
      if (point) expect(readPoint(pointText(point))).toEqual(point)
    }),
  )
})
