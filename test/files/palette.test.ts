import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inColours } from '../../src/files/palette.ts'
import { pngPixels } from '../../src/files/png-pixels.ts'
import { pngOf } from '../../src/files/png-written.ts'

const painted = (width: number, height: number, colours: number[][], order: number[]) => ({
  width,
  height,
  data: Uint8Array.from(
    Array.from({ length: width * height }, (_, i) => {
      return colours[(order[i % order.length] ?? 0) % colours.length] ?? [0, 0, 0, 255]
    }).flat(),
  ),
})

test('a picture of no more colours than it may have is written and read again as it was', () => {
  const channel = fc.integer({ min: 0, max: 255 })
  const colour = fc.tuple(channel, channel, channel, fc.integer({ min: 1, max: 255 }))
  const side = fc.integer({ min: 1, max: 19 })
  fc.assert(
    fc.property(
      side,
      side,
      fc.array(colour, { minLength: 1, maxLength: 32 }),
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
      (width, height, colours, order) => {
        const picture = painted(width, height, colours, order)
        expect(pngPixels(pngOf(inColours(picture, 32)))).toEqual(picture)
      },
    ),
  )
})

test('of more colours than it may have, each pixel gets one that is near', () => {
  const ramp = Array.from({ length: 256 }, (_, i) => [i, 255 - i, 128, 255])
  const picture = painted(16, 16, ramp, [...ramp.keys()])
  const small = inColours(picture, 16)
  expect(small.colours).toHaveLength(16)
  const read = pngPixels(pngOf(small))?.data ?? []
  const furthest = Math.max(...picture.data.map((value, i) => Math.abs(value - (read[i] ?? 0))))
  expect(furthest).toBeLessThanOrEqual(16)
})
