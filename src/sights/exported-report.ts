import type { ReportLine } from '../db/report-table.ts'
import { type ComplaintClass, isUncounted, type State } from '../domain/case/complaint.ts'
import { agencyById, areaById, type City, categoryById } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { shown } from './eye.ts'
import { receivedDay } from './received-day.ts'
import { listEye, mayOpen } from './viewer.ts'

/** Of a report, what goes out in a table; never who reported. */
export interface ExportedReport {
  number: string
  received: IsoDate
  title: string
  text: string
  class: ComplaintClass
  category: string
  place: string
  agency: string
  state: State
  ended: IsoDate | null
  closure: string
  confidential: boolean
  anonymous: boolean
}

/** Null: they may not read its words. */
export function exportedReport(
  { complaint, row, closure }: ReportLine,
  staff: Staff,
  city: City,
  now: Instant,
): ExportedReport | null {
  const sees = listEye(staff, complaint, city, now)
  const text = shown(sees, 'originalText', row.text)
  const isOurs = !isUncounted(complaint)
  if (text === null || !isOurs || !mayOpen(staff, complaint, now)) return null
  const { told, closedAt, leadAgencyId, subdistrictId, districtId } = complaint
  const closed = closedAt === null ? null : dateOf(closedAt, city.settings.offset)
  const place = areaById(city, subdistrictId) ?? areaById(city, districtId)
  return {
    number: row.laporNumber ?? complaint.reference,
    received: receivedDay(complaint, city),
    title: row.title ?? '',
    text,
    class: complaint.class,
    category: categoryById(city, complaint.categoryId)?.name ?? '',
    place: place?.name ?? row.landmark ?? '',
    agency: agencyById(city, leadAgencyId)?.slug ?? '',
    state: complaint.state,
    ended: told ? told.ended : closed,
    closure: shown(sees, 'publicAnswer', closure) ?? '',
    confidential: complaint.confidential,
    anonymous: complaint.anonymous,
  }
}
