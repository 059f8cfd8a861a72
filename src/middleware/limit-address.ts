import { createMiddleware } from 'hono/factory'
import { verifyLink } from '../auth/one-time-link.ts'
import { standsSession } from '../auth/reporter-session.ts'
import { sessionToken } from '../auth/staff-session.ts'
import { AGAIN } from '../forms/kept.ts'
import { readHead } from '../forms/read.ts'
import type { AppContext, AppEnv } from '../http.ts'
import { isForStaff } from '../path-row.ts'
import { patterns, rowAt } from '../paths.ts'
import { isFresh } from '../seal/form-token.ts'
import { addressOf, isOverCeiling } from './limits.ts'
import { tooMany } from './refuse.ts'

/**
 * A ceiling for what nobody has shown anything for. Thousands share one address: its noise holds up no
 * session, no key, no password and no form of ours; these have limits of their own.
 */
export const limitAddress = createMiddleware<AppEnv>(async (c, next) => {
  const address = addressOf(c)
  if (address && (await isOverCeiling(c, address)) && !(await showsSomething(c))) tooMany(c, 60)
  await next()
})

/** Guarded by attempts of their own: at a key, a password, a mailbox, a link. */
const OWN_LIMIT: readonly string[] = [
  patterns.track,
  patterns.signIn,
  patterns.forgot,
  patterns.setPassword,
]

/** Looks at signatures alone: nothing is asked of the database for noise. */
async function showsSomething(c: AppContext): Promise<boolean> {
  const row = rowAt(c.req.path)
  if (!row) return false
  if (OWN_LIMIT.includes(row.at)) return true
  const now = Date.now()
  const part = c.req.path.split('/')[2] ?? ''
  if (row.at === patterns.oneTime) return (await verifyLink(c.env.SERVER_SECRET, part, now)).ok
  const { typed } = await readHead(c)
  if (row.at === patterns.report || row.at === patterns.survey)
    return isFresh(c.env.SERVER_SECRET, typed.kiriman ?? '', now)
  if (isForStaff(row)) return AGAIN.password in typed || (await sessionToken(c)) !== null
  if (row.for === 'reporter')
    return AGAIN.key in typed || row.guard === 'own' || (await standsSession(c, part, now))
  return false
}
