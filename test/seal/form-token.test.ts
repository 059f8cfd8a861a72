import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { csrfToken, mintToken, parseToken } from '../../src/seal/form-token.ts'
import { seededRandom } from './random-bytes.ts'

const SECRET = toBase64url(new Uint8Array(32).fill(7))

describe('form tokens', () => {
  it('are read back as minted', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const token = mintToken(seededRandom(seed))
        expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
        expect(parseToken(token)).toBe(token)
      }),
    )
  })

  it('are refused in any other spelling', () => {
    const token = mintToken(() => new Uint8Array(16))
    for (const text of ['', `${token} `, token.slice(1), `${token.slice(0, -1)}B`, `${token}==`]) {
      expect(parseToken(text)).toBeNull()
    }
  })
})

describe('csrfToken', () => {
  it('belongs to one session', async () => {
    expect(await csrfToken(SECRET, 'a')).toBe(await csrfToken(SECRET, 'a'))
    expect(await csrfToken(SECRET, 'a')).not.toBe(await csrfToken(SECRET, 'b'))
  })
})
