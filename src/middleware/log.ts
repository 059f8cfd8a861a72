import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppContext, AppEnv } from '../http.ts'

/** Never the query, number, key or words. */
export const log = createMiddleware<AppEnv>(async (c, next) => {
  const start = Date.now()
  c.set('requestId', c.req.header('CF-Ray') ?? crypto.randomUUID())
  await next()
  console.log({
    what: 'request',
    id: c.var.requestId,
    method: c.req.method,
    path: pathPattern(c),
    status: c.res.status,
    ms: Date.now() - start,
  })
})

export function pathPattern(c: AppContext): string {
  return matchedRoutes(c).findLast((route) => !route.path.includes('*'))?.path ?? '(none)'
}
