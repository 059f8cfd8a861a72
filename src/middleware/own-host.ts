import { createMiddleware } from 'hono/factory'
import { type AppEnv, isChange } from '../http.ts'
import { refuse } from './refuse.ts'

/** 'localhost', 'x.localhost', '127.0.0.1', '[::1]': only this very machine answers there. */
const LOOPBACK = /^((.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The site has one address. Under another one cookies, forms and links would be somebody else's: a page
 * leads to the right one, a form is refused with its words to be copied. A site on this machine has any port.
 */
export const ownHost = createMiddleware<AppEnv>(async (c, next) => {
  const asked = new URL(c.req.url)
  const own = new URL(c.env.PUBLIC_URL || asked.origin)
  if (asked.host === own.host || (isLoopback(own) && isLoopback(asked))) return next()
  c.header('Cache-Control', 'no-store')
  if (isChange(c)) refuse(421, c.var.t.requests.otherHost(own.origin))
  return c.redirect(own.origin + asked.pathname + asked.search, 308)
})

function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname)
}
