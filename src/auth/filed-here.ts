import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from '../http.ts'
import { ownToken } from '../seal/form-token.ts'
import { FILED_COOKIES } from './cookies.ts'
import { LONGEST_HOURS } from './reporter-session.ts'

/**
 * The token of the form that this browser filed with: beside a session its receipt shows the key
 * again (docs/data.md, Filing once). Alone it opens nothing.
 */
export function rememberFiling(c: AppContext, reference: string, token: string): void {
  setCookie(c, FILED_COOKIES + reference, token, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: LONGEST_HOURS * 3600,
  })
}

export function filingToken(c: AppContext, reference: string): string | null {
  return ownToken(c.env.SERVER_SECRET, getCookie(c, FILED_COOKIES + reference) ?? '')
}

/** Takes the tokens away, and says which there were. */
export function forgetFilings(c: AppContext): string[] {
  return Object.entries(getCookie(c)).flatMap(([name, value]) => {
    if (!name.startsWith(FILED_COOKIES)) return []
    deleteCookie(c, name, { path: '/', secure: true })
    return ownToken(c.env.SERVER_SECRET, value) ?? []
  })
}
