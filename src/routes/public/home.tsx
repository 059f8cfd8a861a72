import { Hono } from 'hono'
import { askPublicReports } from '../../db/public-reports.ts'
import { oneTrip } from '../../db/trip.ts'
import type { ComplaintClass } from '../../domain/case/complaint.ts'
import { ruleFor } from '../../domain/time/clock-rules.ts'
import type { ClockKind } from '../../domain/time/clocks.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import { publicRows } from '../../sights/public-rows.ts'
import { Home, type LegalDays } from '../../views/public/home.tsx'
import { askCityFigures } from './figures-of.ts'
import { siteOf } from './site.ts'

export const home = new Hono<AppEnv>()

const RECENT_REPORTS = 3

home.get(patterns.home, async (c) => {
  const { city, db, now } = c.var
  const [figures, recent] = await oneTrip(db, [
    askCityFigures(c),
    askPublicReports(db, { q: '', tokens: [], before: null }, now, RECENT_REPORTS),
  ])
  cachePublic(c, { tags: ['laporan', 'angka'] })
  return c.render(
    <Home
      t={c.var.t}
      site={siteOf(city)}
      trackAction={patterns.track}
      days={legalDays(c)}
      figures={figures.received !== 0 ? figures : null}
      recent={publicRows(recent.slice(0, RECENT_REPORTS), city, now)}
      canonical={c.env.PUBLIC_URL + patterns.home}
    />,
  )
})

function legalDays({ var: { city, now, t } }: AppContext): LegalDays {
  const today = dateOf(now, city.settings.offset)
  const days = (kind: ClockKind, group: ComplaintClass = 'complaint'): string => {
    const rule = ruleFor(city.clockRules, kind, { class: group, supervisory: false }, today)
    return (rule.unit === 'working_day' ? t.workingDays : t.calendarDays)(rule.length)
  }
  return {
    verify: days('verify'),
    followUp: days('follow_up'),
    complaint: days('settle'),
    information: days('settle', 'information'),
    silence: days('silence'),
  }
}
