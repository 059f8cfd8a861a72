import { sql } from 'drizzle-orm'
import { ASSIGNABLE_ROLES } from '../domain/acts/assign.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'

/** Cron may have stood still; older ones were seen to. */
const LATELY_DAYS = 14

export interface LeftCase {
  id: number
  officerId: string
}

const ASSIGNABLE = sql.raw(ASSIGNABLE_ROLES.map((role) => `'${role}'`).join(','))

/** Open cases whose officer lately lost the account, or the role in the agency that holds them. */
export function leftByOfficers(db: Database, now: Instant, after = 0, limit = 50) {
  return db.all<LeftCase>(sql`
    select a.complaint_id as id, a.officer_id as officerId
    from (select distinct user_id from membership
      where until <= ${now} and until > ${now - LATELY_DAYS * DAY}) l
    cross join assignment a indexed by assignment_officer on a.officer_id = l.user_id
    where a.open = 1 and a.officer_id is not null and a.complaint_id > ${after}
      and not exists (select 1 from membership m join user u on u.id = m.user_id
        where m.user_id = a.officer_id and m.agency_id = a.agency_id and m.role in (${ASSIGNABLE})
          and m.since <= ${now} and (m.until is null or m.until > ${now})
          and u.disabled_at is null)
    order by a.complaint_id limit ${limit}`)
}
