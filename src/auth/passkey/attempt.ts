import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { toBase64url } from '../../domain/text/bytes.ts'
import type { AppContext } from '../../http.ts'
import { randomBytes } from '../../random.ts'
import { ATTEMPT_COOKIE } from '../cookies.ts'
import { CHALLENGE_MINUTES } from './challenge.ts'

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** Of the browser that asked for a challenge before it is known who sits there; '' of any other. */
export function attemptOf(c: AppContext): string {
  return getCookie(c, ATTEMPT_COOKIE) ?? ''
}

/** The one that stands, so that two tabs do not undo each other. */
export function beginAttempt(c: AppContext): string {
  const attempt = attemptOf(c) || toBase64url(randomBytes(16))
  setCookie(c, ATTEMPT_COOKIE, attempt, { ...ATTRIBUTES, maxAge: CHALLENGE_MINUTES * 60 })
  return attempt
}

export function endAttempt(c: AppContext): void {
  deleteCookie(c, ATTEMPT_COOKIE, ATTRIBUTES)
}
