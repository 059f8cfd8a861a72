import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http.ts'
import { patterns } from '../paths.ts'
import { pathPattern } from './log.ts'
import { refuse } from './refuse.ts'

/** Ways in, out and to a check: they change no report. */
const passing = new Set<string>([
  patterns.track,
  patterns.verifyReceipt,
  patterns.signIn,
  patterns.leave,
  patterns.signOut,
  patterns.signOutEverywhere,
])

/** While settings say read-only (restore, migration) everything can be read and no report changes; after context. */
export const readOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.city.settings.readOnly && !passing.has(pathPattern(c))) {
    c.header('Retry-After', '600')
    refuse(503, c.var.t.requests.readOnly)
  }
  await next()
})
