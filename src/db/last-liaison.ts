import { type SQL, sql } from 'drizzle-orm'
import type { HeldRole } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { QUARANTINE_DESK } from './ledger/assignments.ts'

/** Whether a membership sees to the work of its agency; the verifiers' is none (agency of 0). */
function sees(m: 'm' | 'o', now: Instant): SQL {
  const [role, agency, since, until] = ['role', 'agency_id', 'since', '"until"'].map((column) =>
    sql.raw(`${m}.${column}`),
  )
  return sql`((${role} in ('liaison', 'inspectorate') and ${agency} <> 0)
      or (${role} = 'verifier' and ${agency} = 0))
    and ${since} <= ${now} and (${until} is null or ${until} > ${now})`
}

/**
 * Agencies with open work of which this person is the last liaison (Inspektorat's people are its own),
 * and 0 where the last verifier would leave what waits for one: `held` of null means every role. See
 * docs/rules.md, People and roles.
 */
function leftAlone(userId: string, held: HeldRole | null, now: Instant): SQL {
  const theRole = held && sql`m.agency_id = ${held.agencyId ?? 0} and m.role = ${held.role}`
  return sql`select m.agency_id as agencyId from membership m
    where m.user_id = ${userId} and ${sees('m', now)} and ${theRole ?? sql`true`}
      and exists (select 1 from assignment a
        where a.agency_id in (m.agency_id, iif(m.agency_id = 0, ${QUARANTINE_DESK}, m.agency_id))
          and a.role = 'lead' and a.open = 1)
      and not exists (select 1 from membership o join user u on u.id = o.user_id
        where o.agency_id = m.agency_id and ${sees('o', now)} and o.user_id <> m.user_id
          and u.disabled_at is null)`
}

export function leavesWorkAlone(userId: string, held: HeldRole | null, now: Instant): SQL {
  return sql`exists (${leftAlone(userId, held, now)})`
}

export async function agencyLeftAlone(
  db: Database,
  userId: string,
  held: HeldRole | null,
  now: Instant,
): Promise<number | null> {
  const [first] = await db.all<{ agencyId: number }>(leftAlone(userId, held, now))
  return first?.agencyId ?? null
}
