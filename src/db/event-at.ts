import { and, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { event } from './schema/complaint.ts'

/** What was done, and by whom. */
export async function eventAt(
  db: Database,
  complaintId: number,
  seq: number,
): Promise<{ type: string; actor: string } | null> {
  const [found] = await db
    .select({ type: event.type, actor: event.actor })
    .from(event)
    .where(and(eq(event.complaintId, complaintId), eq(event.seq, seq)))
  return found ?? null
}
