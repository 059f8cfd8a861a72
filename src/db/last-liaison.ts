import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'

/**
 * Agencies with open work of which this person is the last liaison (Inspektorat's people are its own):
 * `agencyId` of null means every one. See docs/rules.md, People and roles.
 */
function leftAlone(userId: string, agencyId: number | null, now: Instant): SQL {
  const active = sql`m.role in ('liaison', 'inspectorate') and m.agency_id <> 0
    and m.since <= ${now} and (m.until is null or m.until > ${now})`
  return sql`select m.agency_id as agencyId from membership m
    where m.user_id = ${userId} and ${active}
      and ${agencyId === null ? sql`true` : sql`m.agency_id = ${agencyId}`}
      and exists (select 1 from assignment a
        where a.agency_id = m.agency_id and a.role = 'lead' and a.open = 1)
      and not exists (select 1 from membership o join user u on u.id = o.user_id
        where o.agency_id = m.agency_id and o.role in ('liaison', 'inspectorate')
          and o.user_id <> m.user_id and o.since <= ${now}
          and (o.until is null or o.until > ${now}) and u.disabled_at is null)`
}

export function leavesWorkAlone(userId: string, agencyId: number | null, now: Instant): SQL {
  return sql`exists (${leftAlone(userId, agencyId, now)})`
}

export async function agencyLeftAlone(
  db: Database,
  userId: string,
  agencyId: number | null,
  now: Instant,
): Promise<number | null> {
  const [first] = await db.all<{ agencyId: number }>(leftAlone(userId, agencyId, now))
  return first?.agencyId ?? null
}
