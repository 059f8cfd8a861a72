import { Hono } from 'hono'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import {
  ManagerPage,
  OtherWaysPage,
  PrivacyPage,
  UnsatisfiedPage,
} from '../../views/public/info.tsx'

/** Pages that the law wants (UU 25/2009 art. 36), filled from settings. */
const PAGES = [
  [patterns.manager, ManagerPage],
  [patterns.privacy, PrivacyPage],
  [patterns.otherWays, OtherWaysPage],
  [patterns.unsatisfied, UnsatisfiedPage],
] as const

export const pages = new Hono<AppEnv>()

for (const [path, Page] of PAGES)
  pages.get(path, (c) => {
    cachePublic(c, { tags: ['halaman'] })
    return c.render(
      <Page t={c.var.t} settings={c.var.city.settings} canonical={c.env.PUBLIC_URL + path} />,
    )
  })
