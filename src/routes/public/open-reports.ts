import { stateToken } from '../../db/complaint-rows.ts'
import { askPublicReports } from '../../db/public-reports.ts'
import { type Asked, following } from '../../db/trip.ts'
import type { Agency } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import { type PublicRow, publicRows } from '../../sights/public-rows.ts'

const IN_HAND = ['routed', 'in_progress', 'awaiting_info', 'awaiting_confirmation'] as const

/** The newest reports that an agency has in hand, as anyone may see them; at most so many. */
export function askOpenReports(
  { var: { db, city, now } }: AppContext,
  agency: Agency,
  most: number,
): Asked<PublicRow[]> {
  const search = {
    q: '',
    tokens: [`opd${agency.id}`, `(${IN_HAND.map(stateToken).join(' OR ')})`],
    before: null,
  }
  return following(askPublicReports(db, search, now, most), (listed) =>
    publicRows(listed, city, now, { agencyId: agency.id, states: IN_HAND }).slice(0, most),
  )
}
