import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { toBase64url } from '../domain/text/bytes.ts'
import { HOUR, type Instant, MINUTE } from '../domain/time/time.ts'
import type { AppContext } from '../http.ts'
import { sameHash } from '../seal/digest.ts'
import { keyedDigest } from '../seal/keyed.ts'
import { REPORTER_COOKIES } from './cookies.ts'

const IDLE_MINUTES = 30
/** The key is asked for again however busy the browser was: a stolen cookie ends, too. */
export const LONGEST_HOURS = 12
const FRESH_MINUTES = 5

interface Span {
  since: Instant
  expires: Instant
}

function nameOf(reference: string): string {
  return REPORTER_COOKIES + reference
}

async function macOf(secret: string, reference: string, { since, expires }: Span) {
  return toBase64url(await keyedDigest(secret, 'reporter session v2', [reference, since, expires]))
}

export async function openSession(
  c: AppContext,
  reference: string,
  since: Instant = c.var.now,
): Promise<void> {
  const expires = Math.min(c.var.now + IDLE_MINUTES * MINUTE, since + LONGEST_HOURS * HOUR)
  const mac = await macOf(c.env.SERVER_SECRET, reference, { since, expires })
  setCookie(c, nameOf(reference), `${since}.${expires}.${mac}`, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: IDLE_MINUTES * 60,
  })
}

export async function hasSession(c: AppContext, reference: string): Promise<boolean> {
  return (await sessionSince(c, reference)) !== null
}

/** When the key was given; null without a session. */
export async function sessionSince(c: AppContext, reference: string): Promise<Instant | null> {
  const span = await spanOf(c, reference, c.var.now)
  if (span === null) return null
  const stale = span.expires - c.var.now < (IDLE_MINUTES - FRESH_MINUTES) * MINUTE
  if (stale) await openSession(c, reference, span.since)
  return span.since
}

/** By its signature alone; renews nothing. */
export async function standsSession(
  c: AppContext,
  reference: string,
  now: Instant,
): Promise<boolean> {
  return (await spanOf(c, reference, now)) !== null
}

async function spanOf(c: AppContext, reference: string, now: Instant): Promise<Span | null> {
  const [since = '', expires = '', mac = ''] = getCookie(c, nameOf(reference))?.split('.') ?? []
  const span = { since: Number(since), expires: Number(expires) }
  if (!Number.isSafeInteger(span.since) || !Number.isSafeInteger(span.expires)) return null
  if (span.expires <= now) return null
  return sameHash(mac, await macOf(c.env.SERVER_SECRET, reference, span)) ? span : null
}

export function closeSession(c: AppContext, reference: string): void {
  deleteCookie(c, nameOf(reference), { path: '/', secure: true })
}

export function closeSessions(c: AppContext): void {
  for (const name of Object.keys(getCookie(c)))
    if (name.startsWith(REPORTER_COOKIES)) deleteCookie(c, name, { path: '/', secure: true })
}
