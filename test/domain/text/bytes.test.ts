import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, fromHex, toBase64url, toHex } from '../../../src/domain/text/bytes.ts'

describe('base64url and hexadecimal', () => {
  it('give back the bytes they were made from', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
        expect(fromHex(toHex(bytes))).toEqual(bytes)
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      }),
    )
  })

  it('have one spelling for the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = fromBase64url(text)
        if (bytes) expect(toBase64url(bytes)).toBe(text)
      }),
    )
    for (const respelt of ['AB', 'AAB', 'A', 'AA==', 'A+', 'A/', 'AA ', 'AA\n']) {
      expect(fromBase64url(respelt)).toBeNull()
    }
    for (const wrong of ['a', 'AB', '0g', '00 ']) expect(fromHex(wrong)).toBeNull()
  })
})
