import { createMiddleware } from 'hono/factory'
import { bodyOf } from '../forms/body.ts'
import type { AppEnv } from '../http.ts'
import { refuse } from './refuse.ts'

/**
 * Handlers never meet a body that is too large (413), of an unknown kind (415) or broken (400). Files
 * wait until it is known whose they are: nobody has them parsed without a session or a right key.
 */
export const bodyLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { fault } = await bodyOf(c).head()
  if (fault) refuse(fault, fault === 413 ? c.var.t.requests.tooLarge : undefined)
  await next()
})
