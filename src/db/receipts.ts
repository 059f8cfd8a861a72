import { and, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { event } from './schema/complaint.ts'

/** The salted hash of the words filed: what receipt and chain both commit to. */
export const filingCommitment = async (db: Database, complaintId: number): Promise<string> => {
  const [row] = await db
    .select({ commitment: event.commitment })
    .from(event)
    .where(and(eq(event.complaintId, complaintId), eq(event.seq, 1)))
  return row?.commitment ?? ''
}
