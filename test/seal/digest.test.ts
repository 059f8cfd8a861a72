import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  commitment,
  type Json,
  makeSalt,
  sameHash,
  sha256Hex,
} from '../../src/seal/digest.ts'
import { seededRandom } from './random-bytes.ts'

const aValue = fc.jsonValue() as fc.Arbitrary<Json>

describe('canonicalJson', () => {
  it('writes what JSON reads back', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        const normal = JSON.parse(JSON.stringify(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(normal)
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), aValue), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(object))
      }),
    )
    expect(canonicalJson({ b: [1, 2.5, 1e21], a: { d: null, c: 'é\n"' } })).toBe(
      '{"a":{"c":"é\\n\\"","d":null},"b":[1,2.5,1e+21]}',
    )
  })

  it('refuses what could not be hashed again the same', () => {
    const refused = [
      undefined,
      { a: undefined },
      [undefined],
      Number.NaN,
      Infinity,
      new Date(0),
      'a\ud800',
      { '\udc00': 1 },
      1n,
      () => 1,
      new Map(),
      new Array(1),
    ]
    for (const value of refused) expect(() => canonicalJson(value as Json)).toThrow(TypeError)
  })
})

describe('digests', () => {
  it('are SHA-256 as others compute it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
    )
  })

  it('a commitment binds salt and content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.string(), fc.string(), async (seed, text, other) => {
        const salt = makeSalt(seededRandom(seed))
        const bound = await commitment(salt, text)
        expect(await commitment(salt, text)).toBe(bound)
        expect((await commitment(salt, other)) === bound).toBe(other === text)
        expect(await commitment(makeSalt(seededRandom(seed + 1)), text)).not.toBe(bound)
      }),
    )
    await expect(commitment('AAAA', 'isi')).rejects.toThrow(TypeError)
  })

  it('compare equal only when they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sameHash(a, b)).toBe(a === b)
        expect(sameHash(a, a)).toBe(true)
      }),
    )
  })
})
