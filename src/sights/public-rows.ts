import type { Listed } from '../db/public-reports.ts'
import type { Complaint, State } from '../domain/case/complaint.ts'
import { isOut, mayBeIndexed } from '../domain/case/publication.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import { clockSight } from './clock.ts'
import type { ClockStage } from './clock-stages.ts'
import { shown } from './eye.ts'
import { type AgencyName, agencyName } from './names.ts'
import { publicEye, publicPlace } from './public.ts'
import { receivedDay } from './received-day.ts'
import { toldBy } from './told.ts'

export interface PublicRow {
  reference: string
  title: string
  state: State
  received: IsoDate
  place: string[]
  agency: AgencyName | null
  stages: ClockStage[]
}

/** What a list is of: what is found by it, and is told to be something else for now, has no row. */
export interface Facets {
  categoryId?: number
  districtId?: number
  agencyId?: number
  states?: readonly State[]
}

/** Released reports as rows of a public list; one whose title is nobody's to read has no row. */
export function publicRows(
  listed: readonly Listed[],
  city: City,
  now: Instant,
  facets: Facets = {},
): PublicRow[] {
  return listed.flatMap((one) => {
    const { complaint, row } = toldBy(one, now)
    const sees = publicEye(one, city, now)
    const title = shown(sees, 'releasedTitle', row.releasedTitle)
    if (title === null || !isOf(complaint, facets)) return []
    return [
      {
        reference: complaint.reference,
        title,
        state: complaint.state,
        received: receivedDay(complaint, city),
        place: publicPlace(complaint, sees, city),
        agency: shown(sees, 'agency', agencyName(city, complaint.leadAgencyId)),
        stages: sees('clock') ? clockSight(complaint, city, now).stages : [],
      },
    ]
  })
}

function isOf(complaint: Complaint, { categoryId, districtId, agencyId, states }: Facets): boolean {
  const agencies = [complaint.leadAgencyId, ...complaint.supportingAgencyIds]
  return (
    (!categoryId || complaint.categoryId === categoryId) &&
    (!districtId || complaint.districtId === districtId) &&
    (!agencyId || agencies.includes(agencyId)) &&
    (!states || states.includes(complaint.state))
  )
}

export function indexable(listed: readonly Listed[], now: Instant): string[] {
  return listed.flatMap(({ complaint, row }) =>
    mayBeIndexed(complaint) && isOut(complaint, row.publicFrom, now) ? [complaint.reference] : [],
  )
}
