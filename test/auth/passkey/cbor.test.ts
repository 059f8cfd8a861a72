import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCbor } from '../../../src/auth/passkey/cbor.ts'
import { PasskeyFault } from '../../../src/auth/passkey/fault.ts'
import { fromHex } from '../../../src/domain/text/bytes.ts'

const read = (hex: string) => readCbor(fromHex(hex) ?? new Uint8Array())

// RFC 8949, appendix A
test.each([
  ['17', 23],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['390100', -257],
  ['4401020304', Uint8Array.of(1, 2, 3, 4)],
  ['6449455446', 'IETF'],
  ['83010203', [1, 2, 3]],
  [
    'a201020304',
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
  ['f5', true],
  ['f6', null],
])('%s', (hex, value) => {
  expect(read(hex)).toEqual({ value, end: hex.length / 2 })
})

test.each([
  ['nothing', ''],
  ['a number cut short', '19'],
  ['bytes cut short', '4401'],
  ['a length of more than there can be', '5affffffff'],
  ['a number of eight bytes', '1b0000000000000001'],
  ['a length that is not said', '5f'],
  ['a tag', 'c001'],
  ['a fraction', 'f93c00'],
  ['a key twice', 'a201020103'],
  ['a key that is a list', 'a18001'],
  ['text that is no UTF-8', '61ff'],
  ['a list of thousands', '99ffff'],
  ['lists in lists in lists', '81'.repeat(200)],
])('%s: refused', (_, hex) => {
  expect(() => read(hex)).toThrow(PasskeyFault)
})

test('whatever the bytes, it ends, within them, or with the one fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      try {
        expect(readCbor(bytes).end).toBeLessThanOrEqual(bytes.length)
      } catch (error) {
        expect(error).toBeInstanceOf(PasskeyFault)
      }
    }),
    { numRuns: 2000 },
  )
})
