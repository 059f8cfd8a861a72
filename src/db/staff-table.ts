import { sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'

export interface StaffRow {
  id: string
  name: string
  email: string
  disabled: number
  /** Null: nothing is held now. */
  role: Role | null
  /** 0 where the role belongs to no agency. */
  agencyId: number | null
  /** For a second person's yes. */
  waits: number
}

/** Everybody with each role that they hold or that waits, as a table that goes out. */
export function staffRows(db: Database, now: Instant): Promise<StaffRow[]> {
  return db.all<StaffRow>(sql`
    select u.id, u.name, u.email, u.disabled_at is not null as disabled, h.role,
      h.agency_id as agencyId, coalesce(h.waits, 0) as waits
    from user u left join (
      select user_id, role, agency_id, 0 as waits from membership
        where "until" is null or "until" > ${now}
      union all
      select user_id, role, agency_id, 1 from role_grant
        where outcome is null and expires_at > ${now}) h on h.user_id = u.id
    order by u.name collate nocase, u.id, h.role, h.agency_id limit 20000`)
}

/** Whether a link for a first password went out to them. */
export async function wasInvited(db: Database, userId: string): Promise<boolean> {
  const [found] = await db.all<{ found: number }>(sql`select exists (select 1 from rights_log
    where user_id = ${userId} and did = 'invited') as found`)
  return found?.found === 1
}
