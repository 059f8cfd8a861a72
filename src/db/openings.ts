import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'
import { complaint } from './schema/complaint.ts'

/** Once since something was asked: that the reporter has it before them (docs/rules.md, Commands). */
export async function noteOpening(
  db: Database,
  id: number,
  { asked, now }: { asked: Instant; now: Instant },
): Promise<void> {
  const unseen = or(isNull(complaint.openedAt), lt(complaint.openedAt, asked))
  await db
    .update(complaint)
    .set({ openedAt: now })
    .where(and(eq(complaint.id, id), unseen))
}

/**
 * The first letter that told the reporter how it ended, unless their letters come back. Nothing is read
 * of a report that did not end so.
 */
export function letterOfEnd(db: Database, id: SQL) {
  return raw<{ sentAt: Instant | null }>(
    db,
    sql`
    select min(o.done_at) as "sentAt" from complaint c
      cross join outbox o on o.dedupe between c.id || ':' and c.id || ';'
    where c.id = ${id} and c.state in ('referred', 'archived', 'withdrawn')
      and o.recipient = 'reporter' and o.reached = 'told'
      and o.template in ('referred', 'archived', 'lapsed') and o.not_before >= c.closed_at
      and not exists (select 1 from identity i
        where i.complaint_id = c.id and i.email_failed_at is not null)`,
  )
}
