import { sql } from 'drizzle-orm'
import { ASSIGNABLE_ROLES } from '../domain/acts/assign.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'

export interface LeftCase {
  id: number
  officerId: string
  /** Who was named for it, and who named them; null: it goes back to the liaisons. */
  successorId: string | null
  givenBy: string | null
}

const ASSIGNABLE = sql.raw(ASSIGNABLE_ROLES.map((role) => `'${role}'`).join(','))

/**
 * Open cases whose officer has no account, or no role in the agency that holds them, whenever that
 * was: a reopened one comes back to somebody who left long ago. Whoever was named for them gets them
 * while they work there. It reads a row for each officer, and
 * the cases only of those who ever lost a role.
 */
export function leftByOfficers(db: Database, now: Instant, after = 0, limit = 50) {
  const held = sql`m.role in (${ASSIGNABLE}) and m.since <= ${now}
    and (m.until is null or m.until > ${now})`
  return db.all<LeftCase>(sql`
    with recursive officer(id) as (
      select min(officer_id) from assignment indexed by assignment_officer
        where open = 1 and officer_id is not null
      union all
      select (select min(officer_id) from assignment indexed by assignment_officer
        where open = 1 and officer_id is not null and officer_id > officer.id)
      from officer where officer.id is not null)
    select a.complaint_id as id, a.officer_id as officerId, h.to_id as successorId,
      h.given_by as givenBy
    from officer o
    cross join assignment a indexed by assignment_officer on a.officer_id = o.id
    left join hand_over h on h.user_id = o.id and h.agency_id = a.agency_id
      and exists (select 1 from membership m join user u on u.id = m.user_id
        where m.user_id = h.to_id and m.agency_id = h.agency_id and ${held}
          and u.disabled_at is null)
    where a.open = 1 and a.officer_id is not null and a.complaint_id > ${after}
      and (not exists (select 1 from membership m where m.user_id = o.id and ${held})
        or exists (select 1 from membership m where m.user_id = o.id and m.until <= ${now})
        or exists (select 1 from user u where u.id = o.id and u.disabled_at is not null))
      and not exists (select 1 from membership m join user u on u.id = m.user_id
        where m.user_id = a.officer_id and m.agency_id = a.agency_id and ${held}
          and u.disabled_at is null)
    order by a.complaint_id limit ${limit}`)
}
