import { and, desc, eq, gt } from 'drizzle-orm'
import { WITNESSED } from '../seal/witness.ts'
import type { Database } from './database.ts'
import { complaint, event } from './schema/complaint.ts'

/** The next filing bears witness of them (docs/data.md, History that shows tampering). */
export function newestFilings(db: Database) {
  return db
    .select({ number: complaint.reference, hash: event.hash })
    .from(complaint)
    .innerJoin(event, and(eq(event.complaintId, complaint.id), eq(event.seq, 1)))
    .where(gt(complaint.id, 0))
    .orderBy(desc(complaint.id))
    .limit(WITNESSED)
}
