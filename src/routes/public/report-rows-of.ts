import type { Listed } from '../../db/public-reports.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { agencyById, areaById, type City, calendarOf } from '../../domain/city/city.ts'
import { dateOf, type Instant } from '../../domain/time/time.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { ReportRow } from '../../views/public/report-rows.tsx'
import type { Words } from '../../words/words.ts'
import { type PublicEye, publicEye } from './public-eye.ts'

/** Released reports as rows of a public list; one whose title is nobody's to read has no row. */
export function reportRowsOf(
  t: Words,
  listed: readonly Listed[],
  city: City,
  now: Instant,
): ReportRow[] {
  return listed.flatMap(({ complaint, row }) => {
    const seen = publicEye(complaint, city, now)
    const title = seen('releasedTitle', row.releasedTitle)
    if (title === null) return []
    const today = dateOf(now, city.settings.offset)
    return [
      {
        reference: complaint.reference,
        title,
        state: complaint.state,
        received: dateOf(complaint.receivedAt, city.settings.offset),
        place: publicPlace(complaint, city, seen),
        agency: seen('agency', agencyById(city, complaint.leadAgencyId)?.shortName ?? null),
        stages:
          seen(
            'clock',
            clockStages(t, complaint, today, calendarOf(city, complaint.leadAgencyId)),
          ) ?? [],
      },
    ]
  })
}

/** 'Purnama, Dumai Barat', as far as anyone may know. */
export function publicPlace(complaint: Complaint, city: City, seen: PublicEye): string | null {
  return (
    [
      seen('subdistrict', areaById(city, complaint.subdistrictId)?.name),
      seen('district', areaById(city, complaint.districtId)?.name),
    ]
      .filter(Boolean)
      .join(', ') || null
  )
}
