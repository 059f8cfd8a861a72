import { constants, deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inflate, store } from '../../src/files/zlib.ts'
import { runs } from '../support/rounds.ts'

const LIMIT = 100_000
const bytes = fc.uint8Array({ maxLength: 3000, max: 255 })
const wordy = fc.array(fc.constantFrom('jalan ', 'rusak ', 'lampu '), { maxLength: 9000 })
const strategies = fc.constantFrom(
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FIXED,
  constants.Z_HUFFMAN_ONLY,
)

describe('unpacking a zlib stream', () => {
  test('gives what zlib packed, at every level and strategy', () => {
    const content = fc.oneof(
      bytes,
      wordy.map((words) => new TextEncoder().encode(words.join(''))),
    )
    fc.assert(
      fc.property(content, fc.integer({ min: 0, max: 9 }), strategies, (raw, level, strategy) => {
        const packed = new Uint8Array(deflateSync(raw, { level, strategy }))
        expect(inflate(packed, LIMIT)).toEqual(new Uint8Array(raw))
      }),
    )
  })

  test('reads back what was stored, and so does zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000, size: 'max' }), (raw) => {
        expect(inflate(store(raw), LIMIT)).toEqual(new Uint8Array(raw))
        expect(new Uint8Array(inflateSync(store(raw)))).toEqual(new Uint8Array(raw))
      }),
      { numRuns: runs(20) },
    )
  })

  test('stops at its limit', () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(LIMIT + 1)))
    expect(inflate(bomb, LIMIT)).toBeUndefined()
    expect(inflate(bomb, LIMIT + 1)).toHaveLength(LIMIT + 1)
  })

  test('ends where the stream ends, whatever stands behind it', () => {
    fc.assert(
      fc.property(bytes, bytes, (raw, rest) => {
        const packed = new Uint8Array(deflateSync(raw))
        expect(inflate(Uint8Array.of(...packed, ...rest), LIMIT)).toEqual(raw)
      }),
    )
  })

  test('never throws on any bytes, and never gives what the checksum does not confirm', () => {
    const raw = new TextEncoder().encode('Jalan Sudirman berlubang. '.repeat(30))
    const packed = new Uint8Array(deflateSync(raw))
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = packed.slice()
        broken[at] = (broken[at] ?? 0) ^ change
        const result = inflate(broken, LIMIT)
        if (result) expect(result).toEqual(raw)
        expect(inflate(packed.subarray(0, at), LIMIT)).toBeUndefined()
      }),
      { numRuns: runs(1000) },
    )
    fc.assert(
      fc.property(bytes, (rest) => {
        inflate(Uint8Array.of(0x78, 0x9c, ...rest), LIMIT)
      }),
      { numRuns: runs(1000) },
    )
  })
})
