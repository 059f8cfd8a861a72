import { type Handler, Hono } from 'hono'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import {
  ManagerPage,
  OtherWaysPage,
  PrivacyPage,
  UnsatisfiedPage,
} from '../../views/public/info.tsx'

/** Pages that the law wants (UU 25/2009 art. 36), filled from settings. */
export const pages = new Hono<AppEnv>()

pages.get(patterns.manager, page(ManagerPage))
pages.get(patterns.privacy, page(PrivacyPage))
pages.get(patterns.otherWays, page(OtherWaysPage))
pages.get(patterns.unsatisfied, page(UnsatisfiedPage))

function page(Page: typeof ManagerPage): Handler<AppEnv> {
  return (c: AppContext) => {
    const { t, city } = c.var
    cachePublic(c, { tags: ['halaman'] })
    return c.render(
      <Page t={t} settings={city.settings} canonical={c.env.PUBLIC_URL + c.req.path} />,
    )
  }
}
