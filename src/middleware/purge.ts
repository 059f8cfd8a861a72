import { createMiddleware } from 'hono/factory'
import { type Handling, purgeReports } from '../db/edge-cache.ts'
import type { AppEnv } from '../http.ts'

/** What a form changed leaves the edge cache (docs/rules.md, What is public). */
export const purge = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  purgeReports(c.executionCtx as unknown as Handling, c.var.changed ?? [])
})
