import { askOverseen } from '../db/oversight.ts'
import { oneTrip } from '../db/trip.ts'
import { agencyById } from '../domain/city/city.ts'
import { monthReport as reckoned } from '../domain/figures/month-report.ts'
import { dateOf } from '../domain/time/time.ts'
import { build } from '../paths.ts'
import type { Writer } from './general.ts'

/** Of an agency to its head, of the city (0) to the leader. */
export const monthReport: Writer = async (t, { db, env, city, now }, month = '', id = '') => {
  const agency = agencyById(city, Number(id)) ?? null
  const today = dateOf(now, city.settings.offset)
  const [overseen] = await oneTrip(db, [askOverseen(db, month)])
  const { sums, overdueNow } = reckoned(overseen, month, agency?.id ?? null, today)
  const count = (n: number) => t.number(n, 0)
  const query = agency ? `?opd=${agency.slug}` : ''
  return t.systemNotices.month_report({
    whose: agency?.name ?? city.settings.cityName,
    month: t.monthYear(month),
    received: count(sums.received),
    open: count(sums.open),
    late: count(sums.late),
    overdueNow: count(overdueNow),
    answered: t.oversight.ofAll(count(sums.followUps - sums.lateFollowUps), count(sums.followUps)),
    page: env.PUBLIC_URL + build('monthReport', { bulan: month }) + query,
  })
}
