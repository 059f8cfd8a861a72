import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import {
  bytesOf,
  cameraTiff,
  exifSegment,
  holdsSecret,
  insertAt,
  jpegMarkers,
  jpegSegment,
  SECRETS,
  turnOnly,
} from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'
import { runs } from '../support/rounds.ts'

const plain = {
  baseline: pictures.baselineJpeg,
  progressive: pictures.progressiveJpeg,
  grey: pictures.greyJpeg,
  cmyk: pictures.cmykJpeg,
}
const START = 2

const metadata: Record<string, Uint8Array> = {
  exif: exifSegment(cameraTiff()),
  xmp: jpegSegment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0<x>${SECRETS.gps}</x>`)),
  xmpExtension: jpegSegment(0xe1, bytesOf(`http://ns.adobe.com/xmp/extension/\0${SECRETS.name}`)),
  iptc: jpegSegment(0xed, bytesOf(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x14${SECRETS.name}`)),
  mpf: jpegSegment(0xe2, bytesOf(`MPF\0MM\0*${SECRETS.name}`)),
  comment: jpegSegment(0xfe, bytesOf(SECRETS.name)),
  maker: jpegSegment(0xe4, bytesOf(SECRETS.gps)),
  jfxx: jpegSegment(0xe0, bytesOf(`JFXX\0\x10${SECRETS.name}`)),
  brokenProfile: jpegSegment(0xe2, bytesOf(`ICC_PROFILE\0\x01\x01${SECRETS.name}`)),
}

function accepted(file: Uint8Array) {
  const verdict = acceptFile(file)
  if (!verdict.ok) throw new Error(verdict.reason)
  return verdict
}

describe('a JPEG', () => {
  test.each(Object.entries(plain))(
    'with nothing to hide comes out as it went in: %s',
    (_, file) => {
      expect(accepted(file)).toEqual({
        ok: true,
        type: 'image/jpeg',
        bytes: file,
        width: 24,
        height: 16,
        removed: [],
      })
    },
  )

  test.each(Object.entries(plain))(
    'loses all metadata, wherever it stands and whatever follows, and no bit of its picture: %s',
    (_, file) => {
      const places = fc.constantFrom(...jpegMarkers(file).slice(1))
      const planted = fc.tuple(places, fc.constantFrom(...Object.values(metadata)))
      fc.assert(
        fc.property(fc.array(planted, { maxLength: 8 }), fc.boolean(), (extras, hasVideo) => {
          let dirty = hasVideo ? bytesOf(file, SECRETS.video, [0xff, 0xd9], SECRETS.name) : file
          const fromTheEnd = extras.toSorted(([a], [b]) => b.at - a.at)
          for (const [{ at }, segment] of fromTheEnd) dirty = insertAt(dirty, at, segment)
          expect(accepted(dirty).bytes).toEqual(file)
        }),
      )
    },
  )

  test('names what was removed', () => {
    const parts = Object.values(metadata)
    const dirty = bytesOf(insertAt(plain.baseline, START, bytesOf(...parts)), SECRETS.video)
    expect(accepted(dirty).removed).toEqual([
      'gps',
      'exif',
      'thumbnail',
      'xmp',
      'iptc',
      'mpf',
      'text',
      'colour_profile',
      'trailer',
      'other',
    ])
  })

  test('keeps its orientation, as an EXIF that holds only that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.boolean(), (orientation, little) => {
        const camera = exifSegment(cameraTiff({ orientation, little }))
        const verdict = accepted(insertAt(plain.progressive, START, camera))
        const turned = insertAt(plain.progressive, START, exifSegment(turnOnly(orientation)))
        expect(verdict.bytes).toEqual(turned)
        expect([verdict.width, verdict.height]).toEqual(orientation >= 5 ? [16, 24] : [24, 16])
        expect(accepted(verdict.bytes)).toEqual({ ...verdict, removed: [] })
      }),
    )
  })

  test('keeps JFIF without its thumbnail, and the Adobe transform without what follows it', () => {
    const jfif = bytesOf('JFIF\0\x01\x02\0\0\x01\0\x01\0\0')
    const thumbnail = bytesOf('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01', SECRETS.name.slice(0, 3))
    const adobe = bytesOf('Adobe\0d\0\0\0\0\x01')
    const extras = bytesOf(
      jpegSegment(0xe0, thumbnail),
      jpegSegment(0xee, bytesOf(adobe, SECRETS.name)),
    )
    const verdict = accepted(insertAt(plain.baseline, START, extras))
    const kept = bytesOf(jpegSegment(0xe0, jfif), jpegSegment(0xee, adobe))
    expect(verdict.bytes).toEqual(insertAt(plain.baseline, START, kept))
    expect(verdict.removed).toEqual(['thumbnail', 'other'])
  })

  test('drops fill bytes between segments', () => {
    const filled = insertAt(plain.baseline, START, bytesOf([0xff, 0xff, 0xff]))
    expect(accepted(filled).bytes).toEqual(plain.baseline)
  })

  test('cut before its picture begins is refused, and after that is closed by us', () => {
    const dirty = insertAt(plain.progressive, START, metadata.exif as Uint8Array)
    const begins = (jpegMarkers(dirty).find(({ code }) => code === 0xda)?.at ?? 0) + 2 + 12
    for (let end = 3; end < dirty.length; end++) {
      const verdict = acceptFile(dirty.subarray(0, end))
      if (end <= begins) {
        expect(verdict, String(end)).toEqual({ ok: false, reason: 'damaged' })
        continue
      }
      if (!verdict.ok) throw new Error(`cut at ${end}: ${verdict.reason}`)
      expect(verdict.closed).toBe(true)
      expect([...verdict.bytes.subarray(-2)]).toEqual([0xff, 0xd9])
      expect(holdsSecret(verdict.bytes)).toBe(false)
      const { closed: _, ...whole } = verdict
      expect(acceptFile(verdict.bytes)).toEqual({ ...whole, removed: [] })
    }
  })

  test('without its end mark keeps neither the film nor the words behind it', () => {
    for (const behind of [bytesOf('\0\0\0\x18', SECRETS.video), exifSegment(cameraTiff())]) {
      const verdict = accepted(bytesOf(plain.baseline.subarray(0, -2), behind))
      expect(verdict.closed).toBe(true)
      expect(verdict.bytes).toEqual(plain.baseline)
    }
  })

  test('drops what strays between its segments, and what decoders pass over', () => {
    const odd = {
      'stray bytes': bytesOf([0, 1, 2, 0x41]),
      'a stuffed mark': bytesOf([0xff, 0x00]),
      'restarts and TEM': bytesOf([0xff, 0xd0, 0xff, 0x01]),
      'empty tables': jpegSegment(0xc4, new Uint8Array(0)),
      'a number of lines': jpegSegment(0xdc, bytesOf([0, 16])),
      conditioning: jpegSegment(0xcc, bytesOf([0, 1])),
      'a segment without a length': bytesOf([0xff, 0xe5, 0, 0]),
      'an extension': jpegSegment(0xf7, bytesOf(SECRETS.name)),
      'one named APP15': jpegSegment(0xef, bytesOf(SECRETS.gps)),
    }
    for (const [name, extra] of Object.entries(odd))
      for (const at of [START, jpegMarkers(plain.baseline)[2]?.at ?? 0]) {
        // by its third byte a JPEG is known
        if (at === START && extra[0] !== 0xff) continue
        const verdict = acceptFile(insertAt(plain.baseline, at, extra))
        expect(verdict.ok && verdict.bytes, name).toEqual(plain.baseline)
      }
  })

  test('with any one byte changed never lets metadata through', () => {
    const exif = metadata.exif as Uint8Array
    const dirty = bytesOf(insertAt(plain.baseline, START, exif), SECRETS.video, [0xff, 0xd9])
    // Without its end mark the picture cannot be told from what follows it, by any decoder.
    const endMark = dirty.length - 2 - SECRETS.video.length - 2
    const places = fc.nat(dirty.length - 1).filter((at) => at !== endMark && at !== endMark + 1)
    fc.assert(
      fc.property(places, fc.nat(255), (at, value) => {
        const flipped = dirty.slice()
        flipped[at] = value
        const verdict = acceptFile(flipped)
        expect(verdict.ok && holdsSecret(verdict.bytes)).toBe(false)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('that claims no pixels, or too many, is refused by its header', () => {
    const frame = jpegMarkers(plain.baseline).find(({ code }) => code === 0xc0)?.at ?? 0
    const sized = (height: number[], width: number[]) => {
      const file = plain.baseline.slice()
      file.set([...height, ...width], frame + 5)
      return acceptFile(file)
    }
    expect(sized([0, 0], [0, 24])).toEqual({ ok: false, reason: 'damaged' })
    expect(sized([0, 16], [0, 0])).toEqual({ ok: false, reason: 'damaged' })
    expect(sized([0xff, 0xff], [0xff, 0xff])).toEqual({ ok: false, reason: 'too_many_pixels' })
  })

  test('of a kind that no browser shows is refused', () => {
    const frame = jpegMarkers(plain.baseline).find(({ code }) => code === 0xc0)?.at ?? 0
    for (const [offset, value] of [
      [1, 0xc3],
      [1, 0xc9],
      [4, 12],
    ] as const) {
      const file = plain.baseline.slice()
      file[frame + offset] = value
      expect(acceptFile(file)).toEqual({ ok: false, reason: 'unknown_type' })
    }
  })

  test('that asks for a thousand passes over the picture is refused', () => {
    const markers = jpegMarkers(plain.grey)
    const scan = markers.find(({ code }) => code === 0xda)?.at ?? 0
    const many = Array.from({ length: 1000 }, () => plain.grey.subarray(scan, -2))
    const bomb = bytesOf(plain.grey.subarray(0, scan), ...many, [0xff, 0xd9])
    expect(acceptFile(bomb)).toEqual({ ok: false, reason: 'damaged' })
  })
})
