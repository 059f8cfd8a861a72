import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { parseAccessKey, withoutKeys } from '../../src/domain/text/typed-key.ts'
import { deriveAccessKey, hashAccessKey } from '../../src/seal/access-key.ts'
import { sameHash } from '../../src/seal/digest.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import { anyText } from '../domain/text/any-text.ts'
import { seededRandom } from './random-bytes.ts'

const SECRET = toBase64url(new Uint8Array(32).fill(7))
const aToken = fc.integer().map((seed) => mintToken(SECRET, seededRandom(seed), 0))
const anId = fc.nat()

describe('deriveAccessKey', () => {
  it('gives the same thirteen letters for the same form and complaint, in groups', async () => {
    await fc.assert(
      fc.asyncProperty(aToken, anId, async (token, id) => {
        const key = await deriveAccessKey(SECRET, token, id)
        expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/)
        expect(await deriveAccessKey(SECRET, token, id)).toBe(key)
      }),
    )
  })

  it('gives another key for another token, complaint or secret', async () => {
    const token = mintToken(SECRET, seededRandom(1), 0)
    const keys = await Promise.all([
      deriveAccessKey(SECRET, token, 1),
      deriveAccessKey(SECRET, token, 2),
      deriveAccessKey(SECRET, mintToken(SECRET, seededRandom(2), 0), 1),
      deriveAccessKey(toBase64url(new Uint8Array(32).fill(8)), token, 1),
    ])
    expect(new Set(keys).size).toBe(4)
  })

  it('is HKDF-SHA-256 as others compute it', async () => {
    const { hkdfSync } = await import('node:crypto')
    const salt = new Uint8Array(28).fill(1)
    const info = '["tanggap access key v1",42]'
    const bytes = new Uint8Array(hkdfSync('sha256', new Uint8Array(32).fill(7), salt, info, 13))
    const letters = Array.from(bytes, (b) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[b & 31]).join('')
    const key = await deriveAccessKey(SECRET, toBase64url(salt), 42)
    expect(key.replaceAll('-', '')).toBe(letters)
  })

  it('refuses a short secret and a malformed token', async () => {
    await expect(
      deriveAccessKey('c2hvcnQ', mintToken(SECRET, seededRandom(1), 0), 1),
    ).rejects.toThrow(TypeError)
    await expect(deriveAccessKey(SECRET, 'x', 1)).rejects.toThrow(TypeError)
  })
})

describe('parseAccessKey', () => {
  it('reads a key back however it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(aToken, fc.constantFrom('', ' ', '-', '–', '\u00a0'), async (token, gap) => {
        const key = await deriveAccessKey(SECRET, token, 1)
        const typed = key.replaceAll('-', gap).replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseAccessKey(typed.toLowerCase())).toBe(key)
      }),
    )
  })

  it.each(['Kode akses: %', 'kode %', '“%”', 'kode akses = %.', 'Nomor DMI-7K4Q-2M9X Kode: %'])(
    'reads one behind its label: %s',
    (typed) => {
      for (const key of ['7K4Q-2M9X-H3TB-A', '7k4q 2m9x h3tb a', '7K4Q2M9XH3TBA'])
        expect(parseAccessKey(typed.replace('%', key))).toBe('7K4Q-2M9X-H3TB-A')
    },
  )

  it('refuses what cannot be a key and never throws', () => {
    expect(parseAccessKey('7K4Q-2M9X-H3TB')).toBeNull()
    expect(parseAccessKey('7K4Q-2M9X-H3TB-AA')).toBeNull()
    expect(parseAccessKey('7K4Q-2M9X-H3TB-U')).toBeNull()
    fc.assert(
      fc.property(anyText, (text) => {
        parseAccessKey(text)
      }),
    )
  })
})

describe('hashAccessKey', () => {
  it('is of use for its own complaint only', async () => {
    const key = await deriveAccessKey(SECRET, mintToken(SECRET, seededRandom(1), 0), 1)
    const hash = await hashAccessKey(key, 1)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(sameHash(hash, await hashAccessKey(key, 1))).toBe(true)
    expect(sameHash(hash, await hashAccessKey(key, 2))).toBe(false)
  })
})

describe('withoutKeys', () => {
  it('takes out every spelling of a key, and leaves the words around it', async () => {
    for (let i = 0; i < 50; i++) {
      const key = await deriveAccessKey(SECRET, mintToken(SECRET, seededRandom(i), 0), i)
      const plain = key.replaceAll('-', '')
      for (const spelled of [key, plain, key.toLowerCase(), key.replaceAll('-', ' ')])
        for (const text of [spelled, `kode: ${spelled}`, `DMI-7K4Q-2M9X ${spelled} dan lagi`]) {
          const left = withoutKeys(text)
          expect(left).not.toContain(spelled)
          expect(parseAccessKey(left)).toBeNull()
          if (text.startsWith('DMI')) expect(left).toBe('DMI-7K4Q-2M9X dan lagi')
        }
    }
  })

  it('takes out a key that has no digit, in groups as it is written', () => {
    for (const spelled of ['TDJY-AQVX-VHYY-J', 'TDJY AQVX VHYY J', 'tdjy-aqvx-vhyy-j'])
      expect(withoutKeys(`lampu ${spelled}`)).toBe('lampu')
  })

  it('leaves numbers, times and words as they are', () => {
    for (const text of [
      'DMI-7K4Q-2M9X',
      '1732500000000',
      '12345678',
      'lubang  di jalan raya yang baru',
      'PEMBERHENTIAN',
      'saya dari awal kata s',
      'siti@contoh.id 0812-0000-1234',
      'a.1732500000000-1203',
    ])
      expect(withoutKeys(text)).toBe(text)
  })
})
