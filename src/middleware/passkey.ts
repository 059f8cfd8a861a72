import {
  type Expected,
  idIn,
  type Material,
  readMade,
  readShown,
  type Shown,
} from '../auth/passkey/ceremony.ts'
import {
  CHALLENGE_MINUTES,
  isChallenge,
  mintChallenge,
  type Purpose,
} from '../auth/passkey/challenge.ts'
import { PasskeyFault } from '../auth/passkey/fault.ts'
import { type Burnt, lockKey, type Passkey, passkeyById, useKey } from '../db/passkeys.ts'
import { MINUTE } from '../domain/time/time.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { sha256Hex } from '../seal/digest.ts'

export function challengeFor(c: AppContext, purpose: Purpose, to: string): Promise<string> {
  return mintChallenge(c.env.SERVER_SECRET, purpose, to, randomBytes, c.var.now)
}

function expected({ env, var: { now } }: AppContext, purpose: Purpose, to: string): Expected {
  return {
    url: env.PUBLIC_URL,
    isOwnChallenge: (one) => isChallenge(env.SERVER_SECRET, purpose, to, one, now),
  }
}

export async function burntBy(c: AppContext, challenge: string): Promise<Burnt> {
  const id = `passkey:${await sha256Hex(challenge)}`
  return { id, until: c.var.now + CHALLENGE_MINUTES * MINUTE }
}

/** Null: no new key, or not one that this session asked for. */
export function madeKey(c: AppContext, sessionId: string, posted: string) {
  return orNull(readMade(posted, expected(c, 'make', sessionId)))
}

export type KeyUse = { kind: 'used'; key: Passkey } | { kind: 'wrong' } | { kind: 'copied' }

/** `userId`: whose it has to be; null where it says so itself, and does without the password. */
export async function usedKey(
  c: AppContext,
  posted: string,
  asked: { to: string; userId: string | null },
): Promise<KeyUse> {
  const { db, now } = c.var
  const key = await orNull(found(c, posted))
  if (!key || (asked.userId !== null && key.userId !== asked.userId)) return { kind: 'wrong' }
  const shown = await orNull(shownBy(c, key, posted, asked))
  if (!shown) return { kind: 'wrong' }
  const { challenge, counter, material } = shown
  const use = { counter, backup: material.backup }
  const around = { db, now, random: randomBytes }
  const became = await useKey(around, key, use, await burntBy(c, challenge))
  if (became === 'used') return { kind: 'used', key }
  if (became === 'repeated') return { kind: 'wrong' }
  // the letter about it waits in the outbox, and cron sends it
  await lockKey({ ...around, by: `staff:${key.userId}` }, key)
  return { kind: 'copied' }
}

async function found(c: AppContext, posted: string) {
  return passkeyById(c.var.db, idIn(posted))
}

function shownBy(
  c: AppContext,
  { userId, material }: Passkey,
  posted: string,
  asked: { to: string; userId: string | null },
): Promise<Shown> {
  const alone = asked.userId === null
  const kept = { userId, material: JSON.parse(material) as Material }
  return readShown(posted, kept, expected(c, alone ? 'enter' : 'show', asked.to), alone)
}

/** What a browser sends is refused in words, whatever is wrong with it. */
async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof PasskeyFault) return null
    throw error
  }
}
