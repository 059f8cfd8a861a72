import { Hono } from 'hono'
import { fromBase64url } from '../../domain/text/bytes.ts'
import type { AppEnv } from '../../http.ts'
import { cacheForEver } from '../../middleware/caching.ts'
import { logoOf, patterns } from '../../paths.ts'
import { responseHeadersFor } from '../../storage/serving.ts'

export const logo = new Hono<AppEnv>()

/** Under the name of one that it had: the one that it has. */
logo.get(patterns.logo, (c) => {
  const { settings } = c.var.city
  const here = logoOf(settings)
  const png = fromBase64url(settings.logo ?? '')
  if (!here || !png) return c.notFound()
  if (here !== c.req.path) return c.redirect(here, 302)
  cacheForEver(c)
  return c.body(new Uint8Array(png), 200, responseHeadersFor('image/png'))
})
