import type { Listed } from '../db/public-reports.ts'
import type { State } from '../domain/case/complaint.ts'
import { isOut, mayBeIndexed } from '../domain/case/publication.ts'
import type { City } from '../domain/city/city.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { clockSight } from './clock.ts'
import type { ClockStage } from './clock-stages.ts'
import { shown } from './eye.ts'
import { type AgencyName, agencyName } from './names.ts'
import { publicEye, publicPlace } from './public.ts'
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

/** Released reports as rows of a public list; one whose title is nobody's to read has no row. */
export function publicRows(listed: readonly Listed[], city: City, now: Instant): PublicRow[] {
  return listed.flatMap((one) => {
    const { complaint, row } = toldBy(one, now)
    const sees = publicEye(one, city, now)
    const title = shown(sees, 'releasedTitle', row.releasedTitle)
    if (title === null) return []
    return [
      {
        reference: complaint.reference,
        title,
        state: complaint.state,
        received: dateOf(complaint.receivedAt, city.settings.offset),
        place: publicPlace(complaint, sees, city),
        agency: shown(sees, 'agency', agencyName(city, complaint.leadAgencyId)),
        stages: sees('clock') ? clockSight(complaint, city, now).stages : [],
      },
    ]
  })
}

export function indexable(listed: readonly Listed[], now: Instant): string[] {
  return listed.flatMap(({ complaint, row }) =>
    mayBeIndexed(complaint) && isOut(complaint, row.publicFrom, now) ? [complaint.reference] : [],
  )
}
