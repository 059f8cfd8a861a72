import {
  deleteCookie,
  generateSignedCookie,
  getCookie,
  getSignedCookie,
  setCookie,
} from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { AppContext } from '../http.ts'
import { STAFF_COOKIE } from './cookies.ts'

export const SESSION_HOURS = 12

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export async function sessionToken(c: AppContext): Promise<string | null> {
  return (await getSignedCookie(c, c.env.AUTH_SECRET, STAFF_COOKIE)) || null
}

/** The cookie of a new session; returns its value as the browser will send it. */
export async function giveCookie(c: AppContext, token: string): Promise<string> {
  const cookie = await generateSignedCookie(STAFF_COOKIE, token, c.env.AUTH_SECRET, {
    ...ATTRIBUTES,
    maxAge: SESSION_HOURS * 3600,
  })
  c.header('Set-Cookie', cookie, { append: true })
  return parse(cookie, STAFF_COOKIE)[STAFF_COOKIE] ?? ''
}

export function renewCookie(c: AppContext): void {
  setCookie(c, STAFF_COOKIE, getCookie(c, STAFF_COOKIE) ?? '', {
    ...ATTRIBUTES,
    maxAge: SESSION_HOURS * 3600,
  })
}

export function dropCookie(c: AppContext): void {
  deleteCookie(c, STAFF_COOKIE, ATTRIBUTES)
}
