import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http.ts'
import { rowAt } from '../paths.ts'
import { refuse } from './refuse.ts'

/** After `context`: a page can be read, but no report changes (restore, migration). */
export const readOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.city.settings.readOnly && rowAt(c.req.path)?.readOnly !== 'open') {
    c.header('Retry-After', '600')
    refuse(503, c.var.t.requests.readOnly)
  }
  await next()
})
