import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptFile, MAX_FILE_BYTES } from '../../src/files/accept.ts'
import {
  aPdf,
  aPng,
  bytesOf,
  emptyZip,
  insertAt,
  jpegSegment,
  PNG_SIGNATURE,
  pngChunk,
  riffChunk,
  webpBody,
  webpOf,
} from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'
import { runs } from '../support/rounds.ts'

const PAGE = '<!DOCTYPE html><html><script>alert(document.cookie)</script></html>'
const refusedAs = (reason: string) => ({ ok: false, reason })

describe('the kind of a file', () => {
  test.each([
    ['heic', bytesOf('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['a HEIF that names HEIC second', bytesOf('\0\0\0\x18ftypmif1\0\0\0\0mif1heic')],
    ['avif', bytesOf('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf')],
  ])('is HEIC to be refused in words: %s', (_, file) => {
    expect(acceptFile(file)).toEqual(refusedAs('heic'))
  })

  test.each([
    ['a page', bytesOf(PAGE)],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a GIF that is also an archive', bytesOf('GIF89a\x01\0\x01\0\0\0\0;', emptyZip())],
    ['an archive', emptyZip()],
    ['a video', bytesOf('\0\0\0\x18ftypmp42\0\0\0\0mp42isom')],
    ['a PDF that does not begin at the beginning', bytesOf('\n', aPdf())],
    ['a RIFF that is sound', bytesOf('RIFF\x04\0\0\0WAVE')],
    ['text', bytesOf('halo')],
  ])('is unknown: %s', (_, file) => {
    expect(acceptFile(file)).toEqual(refusedAs('unknown_type'))
  })

  test('is asked of nothing when there is nothing, or too much', () => {
    expect(acceptFile(new Uint8Array(0))).toEqual(refusedAs('empty'))
    const atLimit = bytesOf(pictures.baselineJpeg, new Uint8Array(MAX_FILE_BYTES))
    const file = atLimit.subarray(0, MAX_FILE_BYTES)
    expect(acceptFile(file)).toMatchObject({ ok: true, removed: ['trailer'] })
    expect(acceptFile(atLimit.subarray(0, MAX_FILE_BYTES + 1))).toEqual(refusedAs('too_large'))
  })
})

describe('a PDF', () => {
  test('is kept as it came', () => {
    const expected = { ok: true, type: 'application/pdf', bytes: aPdf(), removed: [] }
    expect(acceptFile(aPdf())).toEqual(expected)
  })

  test('without its end is damaged', () => {
    expect(acceptFile(aPdf().subarray(0, -8))).toEqual(refusedAs('damaged'))
    expect(acceptFile(bytesOf(aPdf(), new Uint8Array(2000)))).toEqual(refusedAs('damaged'))
  })

  test('that is also an archive is refused', () => {
    expect(acceptFile(bytesOf(aPdf(), emptyZip()))).toEqual(refusedAs('unsafe'))
  })
})

describe('a file of two kinds', () => {
  const rgb = bytesOf([1, 2, 3])
  const hosts: [string, Uint8Array][] = [
    ['JPEG', pictures.baselineJpeg],
    ['PNG', aPng({ width: 1, height: 1, rgb })],
    ['WebP', pictures.lossyWebp],
  ]

  test.each(hosts)('comes out as the clean %s alone when the other is appended', (_, host) => {
    for (const other of [bytesOf(PAGE), aPdf(), emptyZip(), pictures.profilePng]) {
      expect(acceptFile(bytesOf(host, other))).toMatchObject({ ok: true, bytes: host })
    }
  })

  test('comes out as the clean JPEG when a page, PDF or archive is in a comment', () => {
    for (const other of [bytesOf(PAGE), aPdf(), emptyZip()]) {
      const file = insertAt(pictures.baselineJpeg, 2, jpegSegment(0xfe, other))
      expect(acceptFile(file)).toMatchObject({ ok: true, bytes: pictures.baselineJpeg })
    }
  })

  test('is refused when a page, PDF or archive is in the pixels themselves', () => {
    const { baselineJpeg } = pictures
    // The two bytes of the JPEG's end mark become the archive's comment.
    const zipThatEndsLater = emptyZip('..').subarray(0, -2)
    for (const other of [bytesOf(PAGE), aPdf(), zipThatEndsLater]) {
      const file = insertAt(baselineJpeg, baselineJpeg.length - 2, other)
      expect(acceptFile(file)).toEqual(refusedAs('unsafe'))
    }
  })

  test('is refused when it is a page under the magic of a PNG', () => {
    expect(acceptFile(bytesOf(PNG_SIGNATURE, PAGE))).toEqual(refusedAs('damaged'))
  })
})

describe('whatever comes', () => {
  const magic = fc.constantFrom(
    bytesOf([0xff, 0xd8, 0xff]),
    bytesOf([0xff, 0xd8, 0xff, 0xda]),
    PNG_SIGNATURE,
    bytesOf('RIFF\xff\0\0\0WEBP'),
    webpOf(webpBody(pictures.losslessWebp).subarray(0, 20)),
    bytesOf('%PDF-1.7'),
    bytesOf('\0\0\0\x18ftyp'),
    bytesOf(''),
  )

  test('never throws, and what is accepted is accepted again without a change', () => {
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const verdict = acceptFile(bytesOf(start, rest))
        if (!verdict.ok) return
        expect(acceptFile(verdict.bytes)).toEqual({ ...verdict, removed: [] })
      }),
      { numRuns: runs(3000) },
    )
  })

  const nothing = new Uint8Array(0)
  const { baselineJpeg, profilePng, lossyWebp } = pictures
  const profilePart = jpegSegment(0xe2, bytesOf('ICC_PROFILE\0\x01\x01'))
  test.each([
    ['comments in a JPEG', baselineJpeg, 2, jpegSegment(0xfe, nothing)],
    ['tables in a JPEG', baselineJpeg, 2, jpegSegment(0xdd, bytesOf([0, 0]))],
    ['parts of a profile in a JPEG', baselineJpeg, 2, profilePart],
    ['fill bytes in a JPEG', baselineJpeg, 2, bytesOf([0xff])],
    ['stuffed bytes in a JPEG', baselineJpeg, baselineJpeg.length - 2, bytesOf([0xff, 0])],
    ['unknown chunks in a PNG', profilePng, 33, pngChunk('abCd', nothing)],
    ['profiles in a PNG', profilePng, 33, pngChunk('iCCP', bytesOf('x\0\0', [0x78, 0x9c]))],
    ['pixel chunks in a PNG', profilePng, profilePng.length - 12, pngChunk('IDAT', nothing)],
    ['chunks in a WebP', lossyWebp, 12, riffChunk('abcd', nothing)],
    ['frames in a WebP', lossyWebp, 12, riffChunk('ANMF', bytesOf(new Uint8Array(16)))],
    ['archive ends in a JPEG', baselineJpeg, baselineJpeg.length - 2, bytesOf('PK\x05\x06')],
  ])('is answered when it is five megabytes of the smallest parts: %s', (_, host, at, part) => {
    const count = Math.floor((MAX_FILE_BYTES - host.length) / part.length)
    const parts = new Uint8Array(Buffer.alloc(count * part.length, part))
    const file = insertAt(host, at, parts)
    if (host === lossyWebp) new DataView(file.buffer).setUint32(4, file.length - 8, true)
    const verdict = acceptFile(file)
    if (!verdict.ok) return
    const again = acceptFile(verdict.bytes)
    // Compared as buffers: the runner's own comparison of five megabytes takes seconds.
    expect(again.ok && Buffer.from(again.bytes).equals(verdict.bytes)).toBe(true)
    expect(again).toMatchObject({ removed: [] })
  })

  test('a JPEG that breaks off in half markers is closed once and for good', () => {
    const broken = Uint8Array.from([...pictures.baselineJpeg.slice(0, -2), 0xff, 0xff, 0xff])
    const verdict = acceptFile(broken)
    expect(verdict).toMatchObject({ ok: true, closed: true })
    if (verdict.ok) expect(acceptFile(verdict.bytes)).toMatchObject({ bytes: verdict.bytes })
  })

  test.each(Object.entries(pictures))('never throws on bytes changed and cut: %s', (_, file) => {
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.nat(file.length), (changes, end) => {
        const broken = file.slice(0, end < file.length / 4 ? end : file.length)
        for (const [at, value] of changes) if (at < broken.length) broken[at] = value
        const verdict = acceptFile(broken)
        if (!verdict.ok) return
        const { closed: _, ...whole } = verdict
        expect(acceptFile(verdict.bytes)).toEqual({ ...whole, removed: [] })
      }),
      { numRuns: runs(500) },
    )
  })
})
