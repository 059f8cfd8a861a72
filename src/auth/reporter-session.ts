import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { toBase64url } from '../domain/bytes.ts'
import { sameHash } from '../domain/digest.ts'
import { keyedDigest } from '../domain/keyed.ts'
import { MINUTE } from '../domain/time.ts'
import type { AppContext } from '../http.ts'
import { REPORTER_COOKIES } from './cookies.ts'

/** Minutes without a request after which the key is asked for again. */
const IDLE_MINUTES = 30
/** A cookie younger than this is not written anew. */
const FRESH_MINUTES = 5

const nameOf = (reference: string): string => REPORTER_COOKIES + reference

const macOf = async (secret: string, reference: string, expires: number): Promise<string> =>
  toBase64url(await keyedDigest(secret, 'reporter session v1', [reference, expires]))

/** Lets this browser see one complaint for half an hour after its last request. */
export const openSession = async (c: AppContext, reference: string): Promise<void> => {
  const expires = c.var.now + IDLE_MINUTES * MINUTE
  const value = `${expires}.${await macOf(c.env.SERVER_SECRET, reference, expires)}`
  setCookie(c, nameOf(reference), value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: IDLE_MINUTES * 60,
  })
}

/** True when the browser has shown number and key within the last half hour; renews it. */
export const hasSession = async (c: AppContext, reference: string): Promise<boolean> => {
  const expires = await expiryOf(c, reference)
  if (expires === null) return false
  if (expires - c.var.now < (IDLE_MINUTES - FRESH_MINUTES) * MINUTE) await openSession(c, reference)
  return true
}

const expiryOf = async (c: AppContext, reference: string): Promise<number | null> => {
  const [text = '', mac = ''] = getCookie(c, nameOf(reference))?.split('.') ?? []
  const expires = Number(text)
  if (!Number.isSafeInteger(expires) || expires <= c.var.now) return null
  return sameHash(mac, await macOf(c.env.SERVER_SECRET, reference, expires)) ? expires : null
}

/** Forgets every complaint that this browser had open. */
export const closeSessions = (c: AppContext): void => {
  for (const name of Object.keys(getCookie(c)))
    if (name.startsWith(REPORTER_COOKIES)) deleteCookie(c, name, { path: '/', secure: true })
}
