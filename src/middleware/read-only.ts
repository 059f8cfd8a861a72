import { createMiddleware } from 'hono/factory'
import { requests } from '../copy/id/requests.ts'
import type { AppEnv } from '../http.ts'
import { patterns } from '../paths.ts'
import { pathPattern } from './log.ts'
import { refuse } from './refuse.ts'

/** Opens a report, checks a receipt or leaves: nothing is written, or only a session ended. */
const harmless = new Set<string>([
  patterns.track,
  patterns.verifyReceipt,
  patterns.leave,
  patterns.signOut,
  patterns.signOutEverywhere,
])

/** While settings say read-only (restore, migration) pages open and nothing changes; after context. */
export const readOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.city.settings.readOnly && !harmless.has(pathPattern(c))) {
    c.header('Retry-After', '600')
    refuse(503, requests.readOnly)
  }
  await next()
})
