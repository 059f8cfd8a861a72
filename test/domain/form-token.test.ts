import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../src/domain/bytes.ts'
import { commandToken, csrfToken, mintToken, parseToken } from '../../src/domain/form-token.ts'
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

describe('commandToken', () => {
  it('is the same for an unchanged page and new for each complaint, version and command', async () => {
    const made = await Promise.all([
      commandToken(SECRET, 1, 2, 'confirm'),
      commandToken(SECRET, 1, 3, 'confirm'),
      commandToken(SECRET, 12, 3, 'confirm'),
      commandToken(SECRET, 1, 2, 'dispute'),
      commandToken(toBase64url(new Uint8Array(32)), 1, 2, 'confirm'),
    ])
    expect(new Set(made).size).toBe(made.length)
    expect(await commandToken(SECRET, 1, 2, 'confirm')).toBe(made[0])
    expect(parseToken(made[0] ?? '')).toBe(made[0])
  })
})

describe('csrfToken', () => {
  it('belongs to one session', async () => {
    expect(await csrfToken(SECRET, 'a')).toBe(await csrfToken(SECRET, 'a'))
    expect(await csrfToken(SECRET, 'a')).not.toBe(await csrfToken(SECRET, 'b'))
  })
})
