import { sql } from 'drizzle-orm'
import type { City } from '../domain/city/city.ts'
import type { CityFault } from '../domain/city/city-faults.ts'
import { isOpen, openingGaps } from '../domain/city/opening.ts'
import { dateOf, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

/** Who holds a role and has signed in. */
const AT_WORK = sql`select 1 from membership m join user u on u.id = m.user_id
  join account a on a.user_id = u.id and a.password is not null
  where m.until is null and u.disabled_at is null`
const VERIFIER = sql`${AT_WORK} and m.agency_id = 0 and m.role = 'verifier'`
/** Inspektorat's people are their own liaisons. */
const LIAISON = sql`${AT_WORK} and m.agency_id = c.default_agency_id
  and m.role in ('liaison', 'inspectorate')`

interface Opening {
  /** Somebody who may look at what comes in, and has signed in. */
  hasVerifier: boolean
  hasReport: boolean
  /** Agencies that a category leads to, and nobody takes up its reports. */
  withoutLiaison: number[]
  /** The last change of whether the form is open; 0: none. */
  seen: number
}

export async function openingOf(db: Database): Promise<Opening> {
  const [row] = await raw<{ verifier: number; report: number; alone: string; seen: number }>(
    db,
    sql`select exists (${VERIFIER}) as verifier, exists (select 1 from complaint) as report,
      (select json_group_array(distinct c.default_agency_id) from category c where c.active = 1
        and c.default_agency_id is not null and not exists (${LIAISON})) as alone,
      coalesce((select max(seq) from city_change where noun = 'intake' and row_id = 0), 0) as seen`,
  )
  return {
    hasVerifier: row?.verifier === 1,
    hasReport: row?.report === 1,
    withoutLiaison: JSON.parse(row?.alone ?? '[]') as number[],
    seen: row?.seen ?? 0,
  }
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
