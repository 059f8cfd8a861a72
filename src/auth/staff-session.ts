import {
  deleteCookie,
  generateSignedCookie,
  getCookie,
  getSignedCookie,
  setCookie,
} from 'hono/cookie'
import type { AppContext } from '../http.ts'
import { STAFF_COOKIE } from './cookies.ts'

export const SESSION_HOURS = 12

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export async function sessionToken(c: AppContext): Promise<string | null> {
  return (await getSignedCookie(c, c.env.AUTH_SECRET, STAFF_COOKIE)) || null
}

export function renewCookie(c: AppContext): void {
  setCookie(c, STAFF_COOKIE, getCookie(c, STAFF_COOKIE) ?? '', {
    ...ATTRIBUTES,
    maxAge: SESSION_HOURS * 3600,
  })
}

/** As better-auth makes it, of a session that began without it. */
export function cookieOf(c: AppContext, token: string): Promise<string> {
  const options = { ...ATTRIBUTES, maxAge: SESSION_HOURS * 3600 }
  return generateSignedCookie(STAFF_COOKIE, token, c.env.AUTH_SECRET, options)
}

export function dropCookie(c: AppContext): void {
  deleteCookie(c, STAFF_COOKIE, ATTRIBUTES)
}
