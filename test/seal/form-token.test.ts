import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { DAY, MINUTE } from '../../src/domain/time/time.ts'
import {
  csrfToken,
  isFresh,
  makingOf,
  maskToken,
  mintToken,
  tokenTime,
  unmaskToken,
} from '../../src/seal/form-token.ts'
import { seededRandom } from './random-bytes.ts'

const SECRET = toBase64url(new Uint8Array(32).fill(7))
const OTHER = toBase64url(new Uint8Array(32).fill(8))
const NOW = Date.UTC(2026, 10, 24, 3)

describe('form tokens', () => {
  it('say to the minute when they were made, to whoever has the secret', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(fc.integer(), instant, (seed, now) => {
        const token = mintToken(SECRET, seededRandom(seed), now)
        expect(token).toMatch(/^[A-Za-z0-9_-]{38}$/)
        expect(tokenTime(SECRET, token)).toBe(now - (now % MINUTE))
        expect(tokenTime(OTHER, token)).toBeNull()
      }),
    )
  })

  it('are of use for seven days', () => {
    const token = mintToken(SECRET, seededRandom(1), NOW)
    expect(isFresh(SECRET, token, NOW + 7 * DAY - 1)).toBe(true)
    expect(isFresh(SECRET, token, NOW + 7 * DAY)).toBe(false)
  })

  it('of a secret that was changed since are known as long as they were made before', () => {
    const until = NOW / MINUTE + 1
    const changed = `${OTHER}.${SECRET}@${until}`
    const before = mintToken(SECRET, seededRandom(1), NOW)
    expect(makingOf(changed, before)).toEqual({ secret: SECRET, made: NOW })
    // whoever learnt the old one makes none with it any more
    expect(tokenTime(changed, mintToken(SECRET, seededRandom(1), NOW + MINUTE))).toBeNull()
    const after = mintToken(changed, seededRandom(1), NOW)
    expect(makingOf(changed, after)).toEqual({ secret: OTHER, made: NOW })
    const again = `${toBase64url(new Uint8Array(32).fill(9))}.${OTHER}@${until + 5}.${SECRET}@${until}`
    expect([before, after].map((token) => makingOf(again, token)?.secret)).toEqual([SECRET, OTHER])
  })

  it('are refused in any other spelling, and with any other time', () => {
    const token = mintToken(SECRET, seededRandom(1), NOW)
    const other = mintToken(SECRET, seededRandom(1), NOW + DAY)
    const moved = token.slice(0, 21) + other.slice(21, 27) + token.slice(27)
    for (const text of ['', `${token} `, token.slice(1), `${token}=`, token.slice(0, 22), moved])
      expect(tokenTime(SECRET, text)).toBeNull()
  })
})

describe('csrfToken', () => {
  it('belongs to one session', async () => {
    expect(await csrfToken(SECRET, 'a')).toBe(await csrfToken(SECRET, 'a'))
    expect(await csrfToken(SECRET, 'a')).not.toBe(await csrfToken(SECRET, 'b'))
  })

  it('looks different on every page, and is the same again', async () => {
    const token = await csrfToken(SECRET, 'a')
    const [one, two] = [maskToken(token, seededRandom(1)), maskToken(token, seededRandom(2))]
    expect(one).not.toBe(two)
    expect(one.slice(22)).not.toBe(two.slice(22))
    expect([unmaskToken(one), unmaskToken(two), unmaskToken(token)]).toEqual([token, token, token])
  })
})
