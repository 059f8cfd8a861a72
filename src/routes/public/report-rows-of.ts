import type { Listed } from '../../db/public-reports.ts'
import { agencyById, areaById, type City, calendarOf } from '../../domain/city.ts'
import type { Complaint } from '../../domain/complaint.ts'
import { dateOf, type Instant } from '../../domain/time.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { ReportRow } from '../../views/public/report-rows.tsx'

/** Released reports as rows of a public list. */
export const reportRowsOf = (listed: readonly Listed[], city: City, now: Instant): ReportRow[] =>
  listed.map(({ complaint: c, row }) => ({
    reference: c.reference,
    title: row.releasedTitle ?? '',
    state: c.state,
    received: dateOf(c.receivedAt, city.settings.offset),
    place: publicPlace(c, city),
    agency: agencyById(city, c.leadAgencyId)?.shortName ?? null,
    stages: clockStages(c, dateOf(now, city.settings.offset), calendarOf(city, c.leadAgencyId)),
  }))

/** Subdistrict and district: never more in public. */
export const publicPlace = (c: Complaint, city: City): string | null =>
  [areaById(city, c.subdistrictId)?.name, areaById(city, c.districtId)?.name]
    .filter(Boolean)
    .join(', ') || null
