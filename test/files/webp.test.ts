import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import {
  bytesOf,
  cameraTiff,
  extendedHeader,
  holdsSecret,
  riffChunk,
  SECRETS,
  turnOnly,
  webpBody,
  webpOf,
} from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'
import { runs } from '../support/rounds.ts'

const plain = { lossy: pictures.lossyWebp, lossless: pictures.losslessWebp }
const metadata = [
  riffChunk('EXIF', cameraTiff()),
  riffChunk('EXIF', bytesOf('Exif\0\0', cameraTiff())),
  riffChunk('XMP ', bytesOf(`<x:xmpmeta>${SECRETS.gps}</x:xmpmeta>`)),
  riffChunk('ICCP', bytesOf(SECRETS.name)),
  riffChunk('NAME', bytesOf(SECRETS.name)),
]
const ALL_FLAGS = 0x3c

function accepted(file: Uint8Array) {
  const verdict = acceptFile(file)
  if (!verdict.ok) throw new Error(verdict.reason)
  return verdict
}

describe('a WebP', () => {
  test.each([...Object.entries(plain), ['transparent', pictures.alphaWebp] as const])(
    'with nothing to hide comes out as it went in: %s',
    (_, file) => {
      const expected = { type: 'image/webp', bytes: file, width: 24, height: 16, removed: [] }
      expect(accepted(file)).toEqual({ ok: true, ...expected })
    },
  )

  test.each(Object.entries(plain))(
    'loses all metadata, before and after its pixels and after its end: %s',
    (_, file) => {
      const some = fc.subarray(metadata)
      fc.assert(
        fc.property(some, some, fc.boolean(), (before, after, hasTail) => {
          const header = extendedHeader(ALL_FLAGS)
          const dirty = webpOf(header, ...before, webpBody(file), ...after)
          const verdict = accepted(hasTail ? bytesOf(dirty, SECRETS.video) : dirty)
          expect(verdict.bytes).toEqual(file)
          expect(accepted(verdict.bytes)).toEqual({ ...verdict, removed: [] })
        }),
      )
    },
  )

  test('names what was removed', () => {
    const dirty = bytesOf(webpOf(webpBody(plain.lossy), ...metadata), SECRETS.video)
    expect(accepted(dirty).removed).toEqual([
      'gps',
      'exif',
      'thumbnail',
      'xmp',
      'colour_profile',
      'trailer',
      'other',
    ])
  })

  test('keeps its orientation under a header that announces just that, and its size as browsers show it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), (orientation) => {
        const exif = riffChunk('EXIF', bytesOf('Exif\0\0', cameraTiff({ orientation })))
        const dirty = webpOf(extendedHeader(ALL_FLAGS), webpBody(plain.lossy), exif)
        const verdict = accepted(dirty)
        const turned = riffChunk('EXIF', turnOnly(orientation))
        expect(verdict.bytes).toEqual(webpOf(extendedHeader(8), webpBody(plain.lossy), turned))
        expect([verdict.width, verdict.height]).toEqual([24, 16])
        expect(accepted(verdict.bytes)).toEqual({ ...verdict, removed: [] })
      }),
    )
  })

  test('that moves becomes its first picture', () => {
    const verdict = accepted(pictures.animatedWebp)
    expect(verdict.removed).toEqual(['animation'])
    expect(Buffer.from(verdict.bytes).includes('ANMF')).toBe(false)
    expect(accepted(verdict.bytes)).toEqual({ ...verdict, removed: [] })
  })

  test('with frames in frames in frames is refused, not followed down', () => {
    let nested = new Uint8Array(0)
    for (let depth = 0; depth < 200; depth++) {
      nested = new Uint8Array(riffChunk('ANMF', bytesOf(new Uint8Array(16), nested)))
    }
    expect(acceptFile(webpOf(nested))).toEqual({ ok: false, reason: 'damaged' })
  })

  test('cut anywhere is refused, and with any one byte changed never lets metadata through', () => {
    const chunks = [extendedHeader(ALL_FLAGS), webpBody(plain.lossy), ...metadata]
    const dirty = webpOf(...chunks)
    for (let end = 12; end < dirty.length; end++) {
      expect(acceptFile(dirty.subarray(0, end))).toEqual({ ok: false, reason: 'damaged' })
    }
    const pixelSize = 12 + 18 + 4
    const isOutsideSize = (at: number) => at < pixelSize || at >= pixelSize + 4
    fc.assert(
      fc.property(fc.nat(dirty.length - 1).filter(isOutsideSize), fc.nat(255), (at, value) => {
        const flipped = dirty.slice()
        flipped[at] = value
        const verdict = acceptFile(flipped)
        expect(verdict.ok && holdsSecret(verdict.bytes)).toBe(false)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('that claims too many pixels is refused by its header', () => {
    const pixels = plain.lossy.slice()
    pixels.set([0xff, 0x3f, 0xff, 0x3f], 26)
    expect(acceptFile(pixels)).toEqual({ ok: false, reason: 'too_many_pixels' })
    pixels.set([0, 0, 16, 0], 26)
    expect(acceptFile(pixels)).toEqual({ ok: false, reason: 'damaged' })
  })
})
