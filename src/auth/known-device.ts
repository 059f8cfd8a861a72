import { getCookie, setCookie } from 'hono/cookie'
import { toBase64url } from '../domain/text/bytes.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { sameHash } from '../seal/digest.ts'
import { keyedDigest } from '../seal/keyed.ts'

const MONTHS = 6

/**
 * A browser in which this person signed in before keeps attempts of its own: a stranger who uses
 * up the attempts on somebody's address does not shut that person out (OWASP, device cookies).
 * Returns the device's id, or null for a browser that we do not know.
 */
export async function knownDevice(c: AppContext, email: string): Promise<string | null> {
  const [id = '', mac = ''] = (getCookie(c, await nameOf(c, email)) ?? '').split('.')
  return id && sameHash(mac, await macOf(c, email, id)) ? id : null
}

/** Marks the browser as known to this person, after a sign-in or a link from the mailbox. */
export async function rememberDevice(c: AppContext, email: string): Promise<void> {
  if (await knownDevice(c, email)) return
  const id = toBase64url(randomBytes(12))
  setCookie(c, await nameOf(c, email), `${id}.${await macOf(c, email, id)}`, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: MONTHS * 30 * 86_400,
  })
}

/** One cookie per person, since several share a counter's computer. */
async function nameOf(c: AppContext, email: string): Promise<string> {
  return `__Host-perangkat-${(await digest(c, 'device name v1', [email])).slice(0, 8)}`
}

function macOf(c: AppContext, email: string, id: string): Promise<string> {
  return digest(c, 'device v1', [email, id])
}

async function digest(c: AppContext, purpose: string, parts: string[]): Promise<string> {
  return toBase64url(await keyedDigest(c.env.SERVER_SECRET, purpose, parts))
}
