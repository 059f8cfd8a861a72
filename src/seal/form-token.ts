import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { concatBytes, fromBase64url, type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { DAY, type Instant, MINUTE } from '../domain/time/time.ts'
import { keyedDigest } from './keyed.ts'
import { presentSecret, secretsAt } from './server-secret.ts'

const RANDOM = 16
const TIME = 4
const MAC = 8
const LENGTH = RANDOM + TIME + MAC

/** Past them a form asks whether it is a new report, whatever is still known of the first. */
export const TOKEN_DAYS = 7

/** Says, signed, when it was made: whether it is old does not hang on a row that may be gone. */
export function mintToken(serverSecret: string, random: RandomBytes, now: Instant): string {
  const body = new Uint8Array(RANDOM + TIME)
  body.set(random(RANDOM))
  new DataView(body.buffer).setUint32(RANDOM, Math.floor(now / MINUTE))
  return toBase64url(concatBytes(body, macOf(presentSecret(serverSecret), body)))
}

/** When it was made, to the minute; null where it is not ours. */
export function tokenTime(serverSecret: string, token: string): Instant | null {
  return makingOf(serverSecret, token)?.made ?? null
}

/** Which of the server's secrets made it, and when: its MAC tells, so nothing else need name it. */
export function makingOf(
  serverSecret: string,
  token: string,
): { secret: string; made: Instant } | null {
  const bytes = fromBase64url(token)
  if (bytes?.length !== LENGTH) return null
  const body = bytes.slice(0, RANDOM + TIME)
  const mac = bytes.subarray(RANDOM + TIME)
  const made = new DataView(body.buffer).getUint32(RANDOM) * MINUTE
  for (const secret of secretsAt(serverSecret, made))
    if (timingSafeEqual(macOf(secret, body), mac)) return { secret, made }
  return null
}

export function ownToken(serverSecret: string, text: string): string | null {
  return tokenTime(serverSecret, text) === null ? null : text
}

/** Ours, and of the last seven days: what a form needs to count once. */
export function isFresh(serverSecret: string, token: string, now: Instant): boolean {
  const made = tokenTime(serverSecret, token)
  return made !== null && now - made < TOKEN_DAYS * DAY
}

function macOf(serverSecret: string, body: Uint8Array): Uint8Array {
  const hmac = createHmac('sha256', Buffer.from(serverSecret, 'base64url'))
  return hmac.update('tanggap form token v2\n').update(body).digest().subarray(0, MAC)
}

/** @throws TypeError on text that is no token. */
export function tokenBytes(token: string): Uint8Array {
  const bytes = fromBase64url(token)
  if (bytes?.length !== LENGTH) throw new TypeError('not a form token')
  return bytes
}

/** For browsers that send neither Origin nor Sec-Fetch-Site. */
export async function csrfToken(serverSecret: string, sessionId: string): Promise<string> {
  const digest = await keyedDigest(serverSecret, 'csrf token v1', [sessionId])
  return toBase64url(digest.subarray(0, CSRF))
}

const CSRF = 16

/** Other bytes on each page, so that what is beside it on a compressed page cannot find it out. */
export function maskToken(token: string, random: RandomBytes): string {
  const pad = random(CSRF)
  return toBase64url(concatBytes(pad, xor(fromBase64url(token) ?? new Uint8Array(CSRF), pad)))
}

/** What was masked; a token that was never masked is what it is. */
export function unmaskToken(text: string): string {
  const bytes = fromBase64url(text)
  if (bytes?.length !== 2 * CSRF) return text
  return toBase64url(xor(bytes.subarray(CSRF), bytes.subarray(0, CSRF)))
}

function xor(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => byte ^ (pad[i] ?? 0))
}
