import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { type AppContext, type AppEnv, isChange } from '../http.ts'

function isRouted(c: AppContext): boolean {
  return matchedRoutes(c).some(({ method, path }) => method === c.req.method && !path.includes('*'))
}

export function forChanges(middleware: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> {
  return (c, next) => (isChange(c) && isRouted(c) ? middleware(c, next) : next())
}
