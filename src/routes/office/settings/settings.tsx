import { Hono } from 'hono'
import { openingOf } from '../../../db/city-opening.ts'
import { headlessAmong, unstaffedAmong } from '../../../db/staff-names.ts'
import { OLD_REPORTS } from '../../../domain/case/old-report.ts'
import type { Agency } from '../../../domain/city/city.ts'
import { firstDay } from '../../../domain/city/first-day.ts'
import { missingYear } from '../../../domain/city/missing-year.ts'
import { openingGaps } from '../../../domain/city/opening.ts'
import { sheetAt } from '../../../domain/city/sheets/all.ts'
import { dateOf } from '../../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { FirstDay } from '../../../views/office/settings/first-day.tsx'
import { SettingListPage } from '../../../views/office/settings/setting-list.tsx'
import { SettingsPage } from '../../../views/office/settings/settings.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'

export const settingPages = new Hono<AppEnv>()

settingPages.get(patterns.settings, adminOnly, async (c) => {
  const { t, city, db, now } = c.var
  const opening = await openingOf(db)
  const asked = { ...opening, day: dateOf(now, city.settings.offset) }
  const missing = missingYear(city, asked.day)
  const steps = firstDay(city, asked)
  return c.render(
    <DeskSolo t={t} title={t.settings.title} {...(await frameOf(c))}>
      <SettingsPage t={t} city={city} missing={missing}>
        {steps.some(({ state }) => state !== 'done') && (
          <FirstDay
            t={t}
            city={city}
            token={await staffFormToken(c)}
            seen={opening.seen}
            steps={steps}
            gaps={openingGaps(city, asked)}
            withoutLiaison={asked.withoutLiaison}
          />
        )}
      </SettingsPage>
    </DeskSolo>,
  )
})

settingPages.get(patterns.settingList, adminOnly, async (c) => {
  const { t, city } = c.var
  const at = c.req.param('bagian')
  if (at === 'templat') return c.redirect(patterns.templates, 302)
  if (at === OLD_REPORTS) return c.redirect(patterns.settings, 302)
  if (at === 'staf') return c.redirect(patterns.staffList, 302)
  const sheet = sheetAt(at)
  if (!sheet) return c.notFound()
  if (sheet.single) return c.redirect(build('settingRow', { bagian: sheet.at, id: 0 }), 302)
  const lacks = sheet.noun === 'agency' ? await agencyLacks(c) : undefined
  return c.render(
    <DeskSolo t={t} title={t.settings.nouns[sheet.noun].title} {...(await frameOf(c))}>
      <SettingListPage t={t} city={city} sheet={sheet} lacks={lacks} />
    </DeskSolo>,
  )
})

/** Of an agency in use: who is missing there, so that its work stands still. */
async function agencyLacks({ var: { city, db, now, t } }: AppContext) {
  const inUse = city.agencies.filter(({ active }) => active)
  const [unstaffed, headless] = await Promise.all([
    unstaffedAmong(db, idsOf(inUse), now),
    headlessAmong(db, idsOf(inUse.filter(({ approval }) => approval)), now),
  ])
  return (id: number) => [
    ...(unstaffed.includes(id) ? [t.settings.noLiaison] : []),
    ...(headless.includes(id) ? [t.settings.noHead] : []),
  ]
}

function idsOf(agencies: readonly Agency[]): number[] {
  return agencies.map(({ id }) => id)
}
