import { type Handler, Hono } from 'hono'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'

/** Pages that the law wants (UU 25/2009 art. 36), filled from settings. */
export const pages = new Hono<AppEnv>()

pages.get(patterns.manager, page('ManagerPage'))
pages.get(patterns.privacy, page('PrivacyPage'))
pages.get(patterns.otherWays, page('OtherWaysPage'))
pages.get(patterns.unsatisfied, page('UnsatisfiedPage'))

function page(name: keyof typeof import('../../views/public/info.tsx')): Handler<AppEnv> {
  return async (c: AppContext) => {
    const { t, city } = c.var
    const { [name]: Page } = await import('../../views/public/info.tsx')
    cachePublic(c, { tags: ['halaman'] })
    return c.render(
      <Page t={t} settings={city.settings} canonical={c.env.PUBLIC_URL + c.req.path} />,
    )
  }
}
