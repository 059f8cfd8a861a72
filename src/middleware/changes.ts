import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { type AppContext, type AppEnv, isChange } from '../http.ts'

/** Some route takes this method on this path. */
function isRouted(c: AppContext): boolean {
  return matchedRoutes(c).some(({ method, path }) => method === c.req.method && !path.includes('*'))
}

/** Runs a middleware for changes that a route takes, and lets everything else pass. */
export function forChanges(middleware: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> {
  return (c, next) => (isChange(c) && isRouted(c) ? middleware(c, next) : next())
}
