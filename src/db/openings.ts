import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { LetterName } from '../domain/case/letters.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { IS_KEPT } from './dossier-history.ts'
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
 * When the letter went that told the reporter how it ended, unless their letters come back. By the key of
 * that letter, however many others the report has; nothing is read of one that did not end so.
 */
export function letterOfEnd(db: Database, id: SQL) {
  return raw<{ sentAt: Instant | null }>(
    db,
    sql`
    select min(o.done_at) as "sentAt" from complaint c
      cross join (select max(seq) as seq from event indexed by event_kept
        where complaint_id = ${id} and ${IS_KEPT} and type in ('refer', 'archive', 'lapse')) e
      cross join outbox o on o.dedupe in (${letter('referred')}, ${letter('archived')}, ${letter('lapsed')})
    where c.id = ${id} and c.state in ('referred', 'archived', 'withdrawn')
      and o.reached = 'told' and o.not_before >= c.closed_at
      and not exists (select 1 from identity i
        where i.complaint_id = c.id and i.email_failed_at is not null)`,
  )
}

/** As db/ledger/outbox.ts names it. */
function letter(template: LetterName): SQL {
  return sql.raw(`c.id || ':' || e.seq || ':${template}:reporter:'`)
}
