import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import {
  aPng,
  bytesOf,
  cameraTiff,
  holdsSecret,
  PNG_SIGNATURE,
  pngChunk,
  pngHeader,
  SECRETS,
  turnOnly,
} from '../fixtures/media-builders.ts'
import { runs } from '../support/rounds.ts'

const aPicture = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) => {
    const size = width * height * 3
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      rgb: fc.uint8Array({ minLength: size, maxLength: size }),
    })
  })

const metadata = [
  pngChunk('tEXt', bytesOf(`Author\0${SECRETS.name}`)),
  pngChunk('iTXt', bytesOf(`XML:com.adobe.xmp\0\0\0\0\0${SECRETS.gps}`)),
  pngChunk('zTXt', bytesOf('Author\0\0', deflateSync(SECRETS.name))),
  pngChunk('tIME', bytesOf([7, 234, 11, 24, 7, 30, 0])),
  pngChunk('eXIf', cameraTiff()),
  pngChunk('fdAT', bytesOf('\0\0\0\x01', SECRETS.name)),
  pngChunk('sPLT', bytesOf(`${SECRETS.name}\0`)),
  pngChunk('iCCP', bytesOf('icc\0\0', deflateSync(SECRETS.name))),
  pngChunk('gAMA', bytesOf(SECRETS.name)),
  pngChunk('prVt', bytesOf(SECRETS.name)),
]
const gamma = pngChunk('gAMA', bytesOf([0, 0, 0xb1, 0x8f]))

function accepted(file: Uint8Array) {
  const verdict = acceptFile(file)
  if (!verdict.ok) throw new Error(verdict.reason)
  return verdict
}

describe('a PNG', () => {
  test('loses all metadata, before and after its pixels and after its end, and no pixel', () => {
    const some = fc.subarray(metadata)
    fc.assert(
      fc.property(aPicture, some, some, fc.boolean(), (picture, before, after, hasTail) => {
        const dirty = aPng({ ...picture, before: [...before, gamma], after })
        const verdict = accepted(hasTail ? bytesOf(dirty, SECRETS.video) : dirty)
        const hasBadGamma = before.includes(metadata[8] as Uint8Array)
        expect(verdict.bytes).toEqual(aPng({ ...picture, before: hasBadGamma ? [] : [gamma] }))
        expect(verdict).toMatchObject({ width: picture.width, height: picture.height })
        expect(accepted(verdict.bytes)).toEqual({ ...verdict, removed: [] })
      }),
    )
  })

  test('names what was removed', () => {
    const dirty = aPng({ width: 1, height: 1, rgb: bytesOf([1, 2, 3]), before: metadata })
    expect(accepted(bytesOf(dirty, SECRETS.video)).removed).toEqual([
      'gps',
      'exif',
      'thumbnail',
      'xmp',
      'text',
      'time',
      'colour_profile',
      'animation',
      'trailer',
      'other',
    ])
  })

  test('keeps its orientation, also when it stands behind the pixels', () => {
    fc.assert(
      fc.property(aPicture, fc.integer({ min: 2, max: 8 }), (picture, orientation) => {
        const after = [pngChunk('eXIf', cameraTiff({ orientation }))]
        const verdict = accepted(aPng({ ...picture, after }))
        const before = [pngChunk('eXIf', turnOnly(orientation))]
        expect(verdict.bytes).toEqual(aPng({ ...picture, before }))
        const sides = [picture.width, picture.height]
        const shown = orientation >= 5 ? sides.reverse() : sides
        expect([verdict.width, verdict.height]).toEqual(shown)
        expect(accepted(verdict.bytes)).toEqual({ ...verdict, removed: [] })
      }),
    )
  })

  test('with a palette keeps it, and its transparency behind it', () => {
    const pixels = pngChunk('IDAT', deflateSync(bytesOf([0, 0])))
    const palette = pngChunk('PLTE', bytesOf([10, 20, 30]))
    const transparency = pngChunk('tRNS', bytesOf([128]))
    const end = pngChunk('IEND', new Uint8Array(0))
    const header = pngHeader(1, 1, 3)
    const file = bytesOf(PNG_SIGNATURE, header, palette, transparency, pixels, end)
    expect(accepted(file).bytes).toEqual(file)
    const bare = bytesOf(PNG_SIGNATURE, header, pixels, end)
    expect(acceptFile(bare)).toEqual({ ok: false, reason: 'damaged' })
  })

  test('cut before its pixels is refused, and from there on is closed by us', () => {
    const picture = { width: 5, height: 4, rgb: new Uint8Array(60).fill(77) }
    const file = aPng({ ...picture, before: [pngChunk('tEXt', bytesOf(`A\0${SECRETS.name}`))] })
    const clean = aPng(picture)
    const begins = Buffer.from(file).indexOf('IDAT') + 4
    for (let end = 8; end < file.length; end++) {
      const verdict = acceptFile(file.subarray(0, end))
      // what says how the pixels are packed takes two bytes
      if (end < begins + 2) {
        expect(verdict).toEqual({ ok: false, reason: 'damaged' })
        continue
      }
      if (!verdict.ok) throw new Error(`cut at ${end}: ${verdict.reason}`)
      expect(verdict.closed).toBe(true)
      expect(holdsSecret(verdict.bytes)).toBe(false)
      if (end >= file.length - 12) expect(verdict.bytes).toEqual(clean)
      const { closed: _, ...whole } = verdict
      expect(acceptFile(verdict.bytes)).toEqual({ ...whole, removed: [] })
    }
  })

  test('with a wrong byte before its end keeps no words, and its picture only where that is sound', () => {
    const picture = { width: 5, height: 4, rgb: new Uint8Array(60).fill(77) }
    const text = pngChunk('tEXt', bytesOf(`A\0${SECRETS.name}`))
    const file = aPng({ ...picture, before: [text] })
    const clean = aPng(picture)
    const where = file.length - clean.length
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const flipped = file.slice()
        flipped[at] = (flipped[at] ?? 0) ^ change
        const verdict = acceptFile(flipped)
        expect(verdict.ok && holdsSecret(verdict.bytes)).toBe(false)
        const inText = at >= 33 + 8 && at < 33 + where
        if (inText) expect(verdict.ok && verdict.bytes).toEqual(clean)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('that claims no pixels, or too many, is refused by its header', () => {
    const sized = (width: number, height: number) =>
      acceptFile(bytesOf(PNG_SIGNATURE, pngHeader(width, height)))
    expect(sized(0, 9)).toEqual({ ok: false, reason: 'damaged' })
    expect(sized(9, 0)).toEqual({ ok: false, reason: 'damaged' })
    expect(sized(8192, 6401)).toEqual({ ok: false, reason: 'too_many_pixels' })
    expect(sized(8192, 6144)).toEqual({ ok: false, reason: 'damaged' })
    expect(sized(50_000, 1049)).toEqual({ ok: false, reason: 'too_many_pixels' })
    expect(sized(0xffffffff, 0xffffffff)).toEqual({ ok: false, reason: 'too_many_pixels' })
  })

  test('whose pixels are no packed data is refused, be it a page in disguise', () => {
    const page = pngChunk('IDAT', bytesOf('<html><script>alert(1)</script></html>'))
    const end = pngChunk('IEND', new Uint8Array(0))
    const file = bytesOf(PNG_SIGNATURE, pngHeader(4, 4), page, end)
    expect(acceptFile(file)).toEqual({ ok: false, reason: 'damaged' })
    const naked = bytesOf(PNG_SIGNATURE, '<html><script>alert(1)</script></html>')
    expect(acceptFile(naked)).toEqual({ ok: false, reason: 'damaged' })
  })

  test('keeps pixels that decode to what was drawn', () => {
    fc.assert(
      fc.property(aPicture, (picture) => {
        const { bytes } = accepted(aPng({ ...picture, before: metadata }))
        const packed: Uint8Array[] = []
        const view = Buffer.from(bytes)
        for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at)) {
          const isPixels = view.toString('latin1', at + 4, at + 8) === 'IDAT'
          if (isPixels) packed.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)))
        }
        const rows = inflateSync(bytesOf(...packed))
        const stride = picture.width * 3 + 1
        const drawn = new Uint8Array(rows.filter((_, at) => at % stride !== 0))
        expect(drawn).toEqual(picture.rgb)
      }),
    )
  })
})
