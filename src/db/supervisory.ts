import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { complaint } from './schema/complaint.ts'

export async function isSupervisory(db: Database, reference: string): Promise<boolean> {
  const [row] = await db
    .select({ supervisory: complaint.supervisory })
    .from(complaint)
    .where(eq(complaint.reference, reference))
  return row?.supervisory ?? false
}
