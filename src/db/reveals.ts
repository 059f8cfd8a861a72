import { and, asc, gt, lte, sql } from 'drizzle-orm'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { reveal } from './schema/filing.ts'

/** Days within which a letter that was not written is made up for. */
const MADE_UP_DAYS = 30

export function untoldReveals(db: Database, until: Instant, limit: number) {
  return db
    .select({ complaintId: reveal.complaintId, seq: reveal.seq })
    .from(reveal)
    .where(
      and(
        lte(reveal.at, until),
        gt(reveal.at, until - MADE_UP_DAYS * DAY),
        sql`not exists (select 1 from outbox
          where outbox.dedupe = 'reveal|' || reveal.complaint_id || '|' || reveal.seq)`,
      ),
    )
    .orderBy(asc(reveal.at))
    .limit(limit)
}

/** The dedupe key that `untoldReveals` looks for. */
export function revealKey({ complaintId, seq }: { complaintId: number; seq: number }): string {
  return `reveal|${complaintId}|${seq}`
}
