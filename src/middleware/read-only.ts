import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http.ts'
import { rowAt } from '../paths.ts'
import { refuse } from './refuse.ts'

/** While settings say read-only (restore, migration) everything can be read and no report changes; after context. */
export const readOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.city.settings.readOnly && rowAt(c.req.path)?.readOnly !== 'open') {
    c.header('Retry-After', '600')
    refuse(503, c.var.t.requests.readOnly)
  }
  await next()
})
