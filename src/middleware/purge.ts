import { createMiddleware } from 'hono/factory'
import { parseReference } from '../domain/reference.ts'
import type { AppEnv } from '../http.ts'

/** The Workers Cache of the account; not simulated locally. */
interface EdgeCache {
  purge?: (options: { tags: string[] }) => Promise<unknown>
}

/**
 * After a form about one report was taken, its public page, the lists and the figures leave the
 * edge cache: a release withdrawn is gone at once (domain.md, What is public, and when).
 */
export const purge = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.status >= 400) return
  const { prefix } = c.var.city.settings
  const numbers = c.req.path.split('/').map((part) => parseReference(part, prefix))
  const tags = numbers.flatMap((n) => (n.ok ? [`laporan-${n.reference}`] : []))
  if (tags.length === 0) return
  const { cache } = c.executionCtx as unknown as { cache?: EdgeCache }
  if (cache?.purge) c.executionCtx.waitUntil(cache.purge({ tags: ['laporan', 'angka', ...tags] }))
})
