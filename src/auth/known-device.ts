import { getCookie, setCookie } from 'hono/cookie'
import { toBase64url } from '../domain/text/bytes.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { sameHash } from '../seal/digest.ts'
import { keyedDigest } from '../seal/keyed.ts'

const MONTHS = 6

/** OWASP, device cookies: a stranger who uses up an address's attempts shuts nobody out. */
export async function knownDevice(c: AppContext, email: string): Promise<string | null> {
  const [id = '', mac = ''] = (getCookie(c, await nameOf(c, email)) ?? '').split('.')
  return id && sameHash(mac, await macOf(c, email, id)) ? id : null
}

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

/** Several share a counter's computer. */
async function nameOf(c: AppContext, email: string): Promise<string> {
  return `__Host-perangkat-${(await digest(c, 'device name v1', [email])).slice(0, 8)}`
}

function macOf(c: AppContext, email: string, id: string): Promise<string> {
  return digest(c, 'device v1', [email, id])
}

async function digest(c: AppContext, purpose: string, parts: string[]): Promise<string> {
  return toBase64url(await keyedDigest(c.env.SERVER_SECRET, purpose, parts))
}
