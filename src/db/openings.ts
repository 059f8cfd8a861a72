import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
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
