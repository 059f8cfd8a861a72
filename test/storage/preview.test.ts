import { describe, expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import { jpegPixels } from '../../src/files/codecs.ts'
import type { Pixels } from '../../src/files/pixels.ts'
import { previewOf } from '../../src/files/preview.ts'
import {
  aPng,
  bytesOf,
  cameraTiff,
  exifSegment,
  holdsSecret,
  insertAt,
  jpegMarkers,
  pngChunk,
} from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'
import { photo, street } from '../support/photos.ts'

type Kind = 'image/jpeg' | 'image/png' | 'image/webp'

/** As it is kept, then made small, then seen. */
const seen = async (sent: Uint8Array, type: Kind) => {
  const verdict = acceptFile(sent)
  if (!verdict.ok) throw new Error(verdict.reason)
  const small = await previewOf(verdict.bytes, type)
  if (!small) throw new Error('no preview')
  return { small, pixels: await jpegPixels(small) }
}

const lightAt = ({ data, width, height }: Pixels, x: number, y: number) =>
  data[4 * (Math.floor(y * height) * width + Math.floor(x * width))] ?? 0

const rgb = ({ data }: Pixels) => new Uint8Array(data.filter((_, at) => at % 4 !== 3))

describe('the small picture of a photo', () => {
  test('is at most 320 pixels long and 12 kB, also of grain that does not pack', async () => {
    const { small, pixels } = await seen(await photo(1600, 1200), 'image/jpeg')
    expect([pixels.width, pixels.height]).toEqual([320, 240])
    expect(small.length).toBeLessThanOrEqual(12_000)
    const noise = await seen(await photo(320, 320, 60), 'image/jpeg')
    expect(noise.small.length).toBeLessThanOrEqual(12_000)
  })

  test('is never larger than the photo', async () => {
    const { pixels } = await seen(pictures.baselineJpeg, 'image/jpeg')
    expect([pixels.width, pixels.height]).toEqual([24, 16])
  })

  test.each([
    [1, [640, 480], 'left'],
    [2, [640, 480], 'right'],
    [3, [640, 480], 'right'],
    [4, [640, 480], 'left'],
    [5, [480, 640], 'top'],
    [6, [480, 640], 'top'],
    [7, [480, 640], 'bottom'],
    [8, [480, 640], 'bottom'],
  ] as const)('stands upright where its orientation is %i', async (orientation, size, bright) => {
    const camera = exifSegment(cameraTiff({ orientation }))
    const { pixels } = await seen(insertAt(await photo(640, 480), 2, camera), 'image/jpeg')
    expect([pixels.width * 2, pixels.height * 2]).toEqual(size)
    const at = { left: [0.2, 0.5], right: [0.8, 0.5], top: [0.5, 0.2], bottom: [0.5, 0.8] }[bright]
    const [x = 0, y = 0] = at
    expect(lightAt(pixels, x, y)).toBeGreaterThan(170)
    expect(lightAt(pixels, 1 - x, 1 - y)).toBeLessThan(110)
  })

  test('holds nothing of what the photo was sent with, nor a place for it', async () => {
    const { small } = await seen(
      insertAt(await photo(640, 480), 2, exifSegment(cameraTiff({ orientation: 6 }))),
      'image/jpeg',
    )
    expect(holdsSecret(small)).toBe(false)
    expect(jpegMarkers(small).filter(({ code }) => code > 0xe0 && code <= 0xfe)).toEqual([])
  })

  test('is made of PNG, whatever its filters and colours, and of WebP', async () => {
    const pixels = street(400, 300)
    const png = aPng({ width: 400, height: 300, rgb: rgb(pixels) })
    const made = (await seen(png, 'image/png')).pixels
    expect(lightAt(made, 0.2, 0.5)).toBeGreaterThan(170)
    expect(lightAt(made, 0.8, 0.5)).toBeLessThan(110)
    for (const [name, bytes] of Object.entries(pictures)) {
      const type = /png$/i.test(name) ? 'image/png' : 'image/webp'
      if (/jpeg$/i.test(name)) continue
      expect((await seen(bytes, type)).pixels.width, name).toBeGreaterThan(0)
    }
  })

  test('is not made of a document, of inks, of what does not decode, or of 12.5 megapixels', async () => {
    expect(await previewOf(bytesOf('%PDF-1.7 '), 'application/pdf')).toBeNull()
    expect(await previewOf(pictures.cmykJpeg, 'image/jpeg')).toBeNull()
    expect(await previewOf(bytesOf([0xff, 0xd8, 0xff]), 'image/jpeg')).toBeNull()
    const claims = pictures.baselineJpeg.slice()
    const frame = jpegMarkers(claims).find(({ code }) => code === 0xc0)?.at ?? 0
    claims.set([16, 0, 16, 0], frame + 5)
    expect(await previewOf(claims, 'image/jpeg')).toBeNull()
    const wide = aPng({
      width: 2,
      height: 2,
      rgb: new Uint8Array(12),
      before: [pngChunk('tEXt', bytesOf('a'))],
    })
    expect(await previewOf(wide.subarray(0, 60), 'image/png')).toBeNull()
  })
})
