import type { MiddlewareHandler } from 'hono'
import { renewCookie, SESSION_HOURS, sessionToken } from '../auth/staff-session.ts'
import { renewSession, staffBySession } from '../db/staff-sessions.ts'
import { HOUR } from '../domain/time/time.ts'
import { sessionEnded } from '../forms/ended-session.ts'
import type { AppContext, AppEnv } from '../http.ts'
import { build } from '../paths.ts'
import { RETURN_FIELD } from './safe-return.ts'

const RENEW_AFTER_HOURS = 1

export const staffOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { db, now } = c.var
  const token = await sessionToken(c)
  const found = token ? await staffBySession(db, token, now) : null
  if (!found) return toSignIn(c)
  c.set('staff', found.staff)
  c.set('sessionId', found.sessionId)
  if (found.expiresAt - now < (SESSION_HOURS - RENEW_AFTER_HOURS) * HOUR) {
    renewCookie(c)
    c.executionCtx.waitUntil(renewSession(db, found.sessionId, now + SESSION_HOURS * HOUR, now))
  }
  await next()
}

/** A form that was sent stays in its page: only a page that was asked for is sent to sign-in. */
function toSignIn(c: AppContext): Response {
  const { pathname, search } = new URL(c.req.url)
  const back = new URLSearchParams({ [RETURN_FIELD]: pathname + search })
  return sessionEnded(c, { href: `${build('signIn')}?${back}`, form: 'stays' })
}
