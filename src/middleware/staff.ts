import type { MiddlewareHandler } from 'hono'
import { renewCookie, SESSION_HOURS, sessionToken } from '../auth/staff-session.ts'
import { renewSession, type StaffSession, staffBySession } from '../db/staff-sessions.ts'
import { mustSetUp } from '../domain/people/second-step.ts'
import { HOUR, type Instant, MINUTE } from '../domain/time/time.ts'
import { type AppContext, type AppEnv, isChange } from '../http.ts'
import { patterns, rowAt } from '../paths.ts'
import { askAgain, secondAgain, signedInAgain, staffEnded } from './staff-again.tsx'

const RENEW_AFTER_HOURS = 1
/** Within which password or second step is not asked for again. */
const PROOF_MINUTES = 5

export const staffOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { db, now } = c.var
  const again = await signedInAgain(c)
  if (again instanceof Response) return again
  const token = again ?? c.var.brought?.token ?? (await sessionToken(c))
  const standing = token ? await sessionOf(c, token) : null
  if (!standing) return staffEnded(c)
  const found = await secondAgain(c, standing)
  if (found instanceof Response) return found
  if (found.owes || (wantsProof(c) && !isProved(found, now))) return askAgain(c, found)
  if (mustSetUp(found, now) && !c.req.path.startsWith(patterns.account))
    return staffEnded(c, { ask: 'setUp' })
  c.set('staff', found.staff)
  c.set('sessionId', found.sessionId)
  c.set('account', found)
  if (found.expiresAt - now < (SESSION_HOURS - RENEW_AFTER_HOURS) * HOUR) {
    renewCookie(c)
    c.executionCtx.waitUntil(renewSession(db, found.sessionId, now + SESSION_HOURS * HOUR, now))
  }
  await next()
}

/** Where nothing answers: only who asks, for the words in which they are told. */
export const whoIsLost: MiddlewareHandler<AppEnv> = async (c, next) => {
  const token = await sessionToken(c)
  const found = token ? await sessionOf(c, token) : null
  if (found && !found.owes) {
    c.set('staff', found.staff)
    c.set('sessionId', found.sessionId)
  }
  await next()
}

/** As it came with the city; one that this request began did not. */
async function sessionOf({ var: { brought, db, now } }: AppContext, token: string) {
  return brought?.token === token ? brought.session : staffBySession(db, token, now)
}

/** Just now, so that it is not asked for once more. */
export function isProved({ provedAt }: StaffSession, now: Instant): boolean {
  return now - provedAt <= PROOF_MINUTES * MINUTE
}

/** Who opens an identity, says who may, or takes names along, shows once more that it is them. */
function wantsProof(c: AppContext): boolean {
  const row = rowAt(c.req.path)
  return row?.proof === true && (isChange(c) || row.get === 'data')
}
