import type { Listed } from '../../db/public-reports.ts'
import { agencyById, areaById, type City, calendarOf } from '../../domain/city.ts'
import type { Complaint } from '../../domain/complaint.ts'
import { dateOf, type Instant } from '../../domain/time.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { ReportRow } from '../../views/public/report-rows.tsx'
import { type PublicEye, publicEye } from './public-eye.ts'

/** Released reports as rows of a public list; one whose title is nobody's to read has no row. */
export const reportRowsOf = (listed: readonly Listed[], city: City, now: Instant): ReportRow[] =>
  listed.flatMap(({ complaint: c, row }) => {
    const seen = publicEye(c, city, now)
    const title = seen('releasedTitle', row.releasedTitle)
    if (title === null) return []
    const today = dateOf(now, city.settings.offset)
    return [
      {
        reference: c.reference,
        title,
        state: c.state,
        received: dateOf(c.receivedAt, city.settings.offset),
        place: publicPlace(c, city, seen),
        agency: seen('agency', agencyById(city, c.leadAgencyId)?.shortName ?? null),
        stages: seen('clock', clockStages(c, today, calendarOf(city, c.leadAgencyId))) ?? [],
      },
    ]
  })

/** 'Purnama, Dumai Barat', as far as anyone may know. */
export const publicPlace = (c: Complaint, city: City, seen: PublicEye): string | null =>
  [
    seen('subdistrict', areaById(city, c.subdistrictId)?.name),
    seen('district', areaById(city, c.districtId)?.name),
  ]
    .filter(Boolean)
    .join(', ') || null
