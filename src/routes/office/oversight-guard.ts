import { createMiddleware } from 'hono/factory'
import { type Oversight, oversightOf } from '../../domain/people/oversight.ts'
import type { AppContext, AppEnv } from '../../http.ts'

/** To others there is no such page. */
export const overseenOnly = createMiddleware<AppEnv>(async (c, next) =>
  oversightOf(c.var.staff, c.var.now) ? next() : c.notFound(),
)

/** A head sees what was done in their own agency's cases, on the cases. */
export const ofTheCity = createMiddleware<AppEnv>(async (c, next) =>
  oversightOf(c.var.staff, c.var.now)?.city ? next() : c.notFound(),
)

/** Behind the guard there always is one. */
export function oversightIn({ var: { staff, now } }: AppContext): Oversight {
  return oversightOf(staff, now) ?? { city: false, agencyIds: [], supervisory: false }
}
