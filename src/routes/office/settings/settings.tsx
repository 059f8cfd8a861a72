import { Hono } from 'hono'
import { missingYear } from '../../../domain/city/missing-year.ts'
import { sheetAt } from '../../../domain/city/sheets/all.ts'
import { dateOf } from '../../../domain/time/time.ts'
import type { AppEnv } from '../../../http.ts'
import { build, patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { SettingListPage } from '../../../views/office/settings/setting-list.tsx'
import { SettingsPage } from '../../../views/office/settings/settings.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'

export const settingPages = new Hono<AppEnv>()

settingPages.get(patterns.settings, adminOnly, async (c) => {
  const { t, city, now } = c.var
  const missing = missingYear(city, dateOf(now, city.settings.offset))
  return c.render(
    <DeskSolo t={t} title={t.settings.title} {...(await frameOf(c))}>
      <SettingsPage t={t} city={city} missing={missing} />
    </DeskSolo>,
  )
})

settingPages.get(patterns.settingList, adminOnly, async (c) => {
  const { t, city } = c.var
  const sheet = sheetAt(c.req.param('bagian'))
  if (!sheet) return c.notFound()
  if (sheet.single) return c.redirect(build('settingRow', { bagian: sheet.at, id: 0 }), 302)
  return c.render(
    <DeskSolo t={t} title={t.settings.nouns[sheet.noun].title} {...(await frameOf(c))}>
      <SettingListPage t={t} city={city} sheet={sheet} />
    </DeskSolo>,
  )
})
