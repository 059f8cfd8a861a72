import { createMiddleware } from 'hono/factory'
import { oversightOf } from '../../domain/people/oversight.ts'
import type { AppEnv } from '../../http.ts'

/** A head sees what was done in their own agency's cases, on the cases. */
export const ofTheCity = createMiddleware<AppEnv>(async (c, next) =>
  oversightOf(c.var.staff, c.var.now)?.city ? next() : c.notFound(),
)
