import { createMiddleware } from 'hono/factory'
import { type Background, purgeReports } from '../db/edge-cache.ts'
import type { AppEnv } from '../http.ts'

/** What a form changed leaves the edge cache (docs/rules.md, What is public). */
export const purge = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  purgeReports(c.executionCtx as unknown as Background, c.var.changed ?? [])
})
