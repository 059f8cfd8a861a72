import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import { rebuildProfile } from '../../src/files/icc.ts'
import { inflate } from '../../src/files/zlib.ts'
import { bytesOf, holdsSecret, pngChunk, SECRETS } from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'

interface Tags {
  [name: string]: Uint8Array
}

/** A profile with each tag's bytes in its own place, and a header full of secrets. */
function aProfile(tags: Tags, version = 4): Uint8Array {
  const names = Object.keys(tags)
  const header = Buffer.alloc(132 + 12 * names.length)
  header.write('RGB XYZ ', 16)
  header.write('acsp', 36)
  header.write(SECRETS.name, 100)
  header[8] = version
  header.writeUInt32BE(names.length, 128)
  let end = header.length
  for (const [index, name] of names.entries()) {
    const size = tags[name]?.length ?? 0
    header.write(name, 132 + 12 * index)
    header.writeUInt32BE(end, 136 + 12 * index)
    header.writeUInt32BE(size, 140 + 12 * index)
    end += size
  }
  header.writeUInt32BE(end, 0)
  return bytesOf(header, ...Object.values(tags))
}

function tagsOf(profile: Uint8Array): Tags {
  const view = Buffer.from(profile)
  const entries = Array.from({ length: view.readUInt32BE(128) }, (_, index) => {
    const at = 132 + 12 * index
    const start = view.readUInt32BE(at + 4)
    const bytes = profile.slice(start, start + view.readUInt32BE(at + 8))
    return [view.toString('latin1', at, at + 4), bytes] as const
  })
  return Object.fromEntries(entries)
}

const colour = {
  rXYZ: bytesOf('XYZ \0\0\0\0\0\0\x6f\xa2\0\0\x38\xf5\0\0\x03\x90'),
  rTRC: bytesOf('curv\0\0\0\0\0\0\0\x01\x02\x33'),
}

describe('a colour profile', () => {
  test.each([2, 4])('keeps its colour and loses every name, serial and date: version %i', (v) => {
    const told = { desc: bytesOf(`desc\0\0\0\0${SECRETS.name}`), mmod: bytesOf(SECRETS.gps) }
    const rebuilt = rebuildProfile(aProfile({ ...told, ...colour }, v)) ?? new Uint8Array(0)
    expect(holdsSecret(rebuilt)).toBe(false)
    expect(tagsOf(rebuilt)).toMatchObject(colour)
    expect(Object.keys(tagsOf(rebuilt)).sort()).toEqual(['cprt', 'desc', 'rTRC', 'rXYZ'])
    expect(rebuildProfile(rebuilt)).toEqual(rebuilt)
  })

  test('that points outside itself, or into its own table, is none', () => {
    const profile = aProfile(colour)
    for (const [at, value] of [
      [136, 0xffffffff],
      [136, 0],
      [140, 0xffffffff],
      [140, 0],
      [128, 0xffffffff],
      [0, 0xffffffff],
      [0, 0],
    ] as const) {
      const broken = Buffer.from(profile)
      broken.writeUInt32BE(value, at)
      expect(rebuildProfile(new Uint8Array(broken))).toBeUndefined()
    }
  })

  test('whose tags overlap cannot grow beyond its limit', () => {
    const names = 'A2B0 A2B1 A2B2 B2A0 B2A1 B2A2'.split(' ')
    const tags = Object.fromEntries(names.map((name) => [name, new Uint8Array(8)]))
    const profile = Buffer.from(bytesOf(aProfile(tags), new Uint8Array(900_000)))
    profile.writeUInt32BE(profile.length, 0)
    for (const index of names.keys()) {
      profile.writeUInt32BE(900_000 - index, 140 + 12 * index)
    }
    expect(rebuildProfile(new Uint8Array(profile))).toBeUndefined()
  })

  test.each([
    ['JPEG', pictures.profileJpeg],
    ['WebP', pictures.profileWebp],
    ['PNG', pictures.profilePng],
  ])('survives in a %s', (_, file) => {
    const verdict = acceptFile(file)
    expect(verdict).toMatchObject({ ok: true, removed: [] })
    const text = verdict.ok ? Buffer.from(verdict.bytes).toString('latin1') : ''
    expect(text).toContain('acsp')
    expect(text).toContain('rTRC')
  })

  test('of many parts is put together in a JPEG in the order of their numbers', () => {
    const long = { A2B0: bytesOf('mft2\0\0\0\0', new Uint8Array(70_000).fill(7)) }
    const profile = rebuildProfile(aProfile(long)) ?? new Uint8Array(0)
    const cut = 65519
    const part = (number: number, bytes: Uint8Array) => {
      const size = bytes.length + 16
      const head = bytesOf([0xff, 0xe2, size >> 8, size & 255], 'ICC_PROFILE\0', [number, 2])
      return bytesOf(head, bytes)
    }
    const parts = [part(1, profile.subarray(0, cut)), part(2, profile.subarray(cut))]
    const { baselineJpeg } = pictures
    const [start, rest] = [baselineJpeg.subarray(0, 2), baselineJpeg.subarray(2)]
    const clean = bytesOf(start, ...parts, rest)
    expect(acceptFile(bytesOf(start, ...parts.toReversed(), rest))).toMatchObject({ bytes: clean })
    const halved = bytesOf(start, parts[0] ?? [], rest)
    expect(acceptFile(halved)).toMatchObject({ bytes: baselineJpeg, removed: ['colour_profile'] })
  })

  test('packed a thousand times, or to burst, costs a PNG only its profile', () => {
    const bomb = pngChunk('iCCP', bytesOf('x\0\0', deflateSync(new Uint8Array(20_000_000))))
    const { profilePng } = pictures
    const start = profilePng.subarray(0, 33)
    const bombs = Array.from({ length: 200 }, () => bomb)
    const verdict = acceptFile(bytesOf(start, ...bombs, profilePng.subarray(33)))
    expect(verdict).toMatchObject({ ok: true, removed: ['colour_profile'] })
    expect(verdict.ok && Buffer.from(verdict.bytes).includes('iCCP')).toBe(false)
  })
})

test('an empty stream unpacks to nothing', () => {
  expect(inflate(new Uint8Array(deflateSync('')), 10)).toEqual(new Uint8Array(0))
})
