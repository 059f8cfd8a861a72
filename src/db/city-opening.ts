import { sql } from 'drizzle-orm'
import type { City } from '../domain/city/city.ts'
import type { CityFault } from '../domain/city/city-faults.ts'
import { isOpen, openingGaps } from '../domain/city/opening.ts'
import { dateOf, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

const VERIFIER = sql`select 1 from membership m join user u on u.id = m.user_id
  join account a on a.user_id = u.id and a.password is not null
  where m.agency_id = 0 and m.role = 'verifier' and m.until is null and u.disabled_at is null`

interface Opening {
  /** Somebody who may look at what comes in, and has signed in. */
  hasVerifier: boolean
  hasReport: boolean
  /** The last change of whether the form is open; 0: none. */
  seen: number
}

export async function openingOf(db: Database): Promise<Opening> {
  const [row] = await raw<{ verifier: number; report: number; seen: number }>(
    db,
    sql`select exists (${VERIFIER}) as verifier, exists (select 1 from complaint) as report,
      coalesce((select max(seq) from city_change where noun = 'intake' and row_id = 0), 0) as seen`,
  )
  return { hasVerifier: row?.verifier === 1, hasReport: row?.report === 1, seen: row?.seen ?? 0 }
}

/** Why the form cannot open yet; asks of nothing else. */
export async function openingFaults(
  db: Database,
  now: Instant,
  before: City,
  after: City,
): Promise<CityFault[]> {
  if (isOpen(before.settings) || !isOpen(after.settings)) return []
  const day = dateOf(now, after.settings.offset)
  const gaps = openingGaps(after, { ...(await openingOf(db)), day })
  return gaps.map((gap): CityFault => {
    return { noun: 'intake', rowId: 0, field: 'terima', what: `without_${gap}` }
  })
}
