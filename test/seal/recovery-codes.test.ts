import { expect, test } from 'vitest'
import { randomBytes } from '../../src/random.ts'
import { codeDigest, mintCodes } from '../../src/seal/recovery-codes.ts'

test('ten, all different, of eighty bits', () => {
  const codes = mintCodes(randomBytes)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
})

test('read as they are typed: small letters, spaces, O for 0', async () => {
  const digest = await codeDigest('rina', '0123-4567-89AB-CDEF')
  expect(await codeDigest('rina', ' o123 4567 89ab cdef ')).toBe(digest)
  expect(await codeDigest('budi', '0123-4567-89AB-CDEF')).not.toBe(digest)
})

test.each(['', '123456', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEU', 'x'.repeat(200)])(
  '%j is none',
  async (typed) => {
    expect(await codeDigest('rina', typed)).toBeNull()
  },
)
