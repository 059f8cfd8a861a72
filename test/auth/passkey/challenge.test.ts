import { expect, test } from 'vitest'
import {
  CHALLENGE_MINUTES,
  isChallenge,
  mintChallenge,
} from '../../../src/auth/passkey/challenge.ts'
import { MINUTE } from '../../../src/domain/time/time.ts'
import { randomBytes } from '../../../src/random.ts'

const [secret = '', other = ''] = [1, 2].map((n) => btoa(String(n).repeat(33)).slice(0, 44))
const now = Date.UTC(2026, 10, 28, 3)

test('a challenge counts for its purpose, its session and its minutes alone', async () => {
  const one = await mintChallenge(secret, 'show', 'session-1', randomBytes, now)
  const counts = (
    over: { secret?: string; purpose?: 'make' | 'show'; to?: string; text?: string } = {},
    at = now,
  ) =>
    isChallenge(
      over.secret ?? secret,
      over.purpose ?? 'show',
      over.to ?? 'session-1',
      over.text ?? one,
      at,
    )
  expect(await counts()).toBe(true)
  expect(await counts({}, now + CHALLENGE_MINUTES * MINUTE)).toBe(true)
  expect(await counts({}, now + CHALLENGE_MINUTES * MINUTE + 1000)).toBe(false)
  expect(await counts({}, now - 1000)).toBe(false)
  expect(await counts({ purpose: 'make' })).toBe(false)
  expect(await counts({ to: 'session-2' })).toBe(false)
  expect(await counts({ secret: other })).toBe(false)
  expect(await counts({ secret: `${other}.${secret}@${now / MINUTE + 10}` })).toBe(true)
  expect(await counts({ text: `${one}A` })).toBe(false)
  expect(await counts({ text: one.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) })).toBe(
    false,
  )
  const again = await mintChallenge(secret, 'show', 'session-1', randomBytes, now)
  expect(again).not.toBe(one)
})
