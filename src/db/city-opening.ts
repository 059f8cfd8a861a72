import { sql } from 'drizzle-orm'
import type { City } from '../domain/city/city.ts'
import type { CityFault } from '../domain/city/city-faults.ts'
import { isOpen, openingGaps } from '../domain/city/opening.ts'
import { dateOf, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

/** Somebody who may look at what comes in. */
async function hasVerifier(db: Database): Promise<boolean> {
  const rows = await raw<{ one: number }>(
    db,
    sql`select 1 as one from membership m join user u on u.id = m.user_id
      where m.role = 'verifier' and m.until is null and u.disabled_at is null limit 1`,
  )
  return rows.length > 0
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
  const gaps = openingGaps(after, { day, hasVerifier: await hasVerifier(db) })
  return gaps.map((gap): CityFault => {
    return { noun: 'intake', rowId: 0, field: 'terima', what: `without_${gap}` }
  })
}
