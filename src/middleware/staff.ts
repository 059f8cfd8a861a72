import type { MiddlewareHandler } from 'hono'
import { renewCookie, SESSION_HOURS, sessionToken } from '../auth/staff-session.ts'
import { renewSession, staffBySession } from '../db/staff-sessions.ts'
import { HOUR } from '../domain/time/time.ts'
import type { AppEnv } from '../http.ts'
import { signedInAgain, staffEnded } from './staff-again.tsx'

const RENEW_AFTER_HOURS = 1

export const staffOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { db, now } = c.var
  const again = await signedInAgain(c)
  if (again instanceof Response) return again
  const token = again ?? (await sessionToken(c))
  const found = token ? await staffBySession(db, token, now) : null
  if (!found) return staffEnded(c)
  c.set('staff', found.staff)
  c.set('sessionId', found.sessionId)
  if (found.expiresAt - now < (SESSION_HOURS - RENEW_AFTER_HOURS) * HOUR) {
    renewCookie(c)
    c.executionCtx.waitUntil(renewSession(db, found.sessionId, now + SESSION_HOURS * HOUR, now))
  }
  await next()
}
