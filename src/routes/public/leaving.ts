import { Hono } from 'hono'
import { forgetFilings } from '../../auth/filed-here.ts'
import { closeSessions } from '../../auth/reporter-session.ts'
import { leaveFilings } from '../../db/left-filings.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'

const LEFT = 'keluar'

export const leaving = new Hono<AppEnv>()

leaving.post(patterns.leave, async (c) => {
  closeSessions(c)
  const tokens = forgetFilings(c)
  if (!c.var.city.settings.readOnly) await leaveFilings(c.var.db, tokens, c.var.now)
  clearPages(c)
  return c.redirect(`${patterns.track}?${LEFT}`, 303)
})

/**
 * A picture without a picture. The page that was left is put by, whole, once the next one stands: what
 * the answer to *Keluar* clears is only what lay there before. This is asked for by the next one.
 */
leaving.get(patterns.forget, (c) => {
  clearPages(c)
  return c.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, {
    'Content-Type': 'image/svg+xml',
  })
})

export function hasLeft(c: AppContext): boolean {
  return c.req.query(LEFT) !== undefined
}

function clearPages(c: AppContext): void {
  c.header('Clear-Site-Data', '"cache"')
}
