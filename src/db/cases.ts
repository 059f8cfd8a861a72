import { eq, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { filerHere } from './filers.ts'
import { clock, complaint } from './schema/complaint.ts'

export interface Case {
  complaint: Complaint
  row: ComplaintRow
}

export async function caseByReference(db: Database, reference: string): Promise<Case | null> {
  const [rows, clocks, filer] = await db.batch([
    db.select().from(complaint).where(eq(complaint.reference, reference)),
    db
      .select()
      .from(clock)
      .where(sql`${clock.complaintId} = (select id from complaint where reference = ${reference})`)
      .orderBy(clock.kind, clock.round),
    filerHere(db, sql`(select id from complaint where reference = ${reference})`),
  ])
  return rows[0]
    ? { row: rows[0], complaint: toComplaint(rows[0], clocks, filer.length === 0) }
    : null
}

export async function caseById(db: Database, id: number): Promise<Case | null> {
  const [rows, clocks, filer] = await db.batch([
    db.select().from(complaint).where(eq(complaint.id, id)),
    db.select().from(clock).where(eq(clock.complaintId, id)).orderBy(clock.kind, clock.round),
    filerHere(db, id),
  ])
  return rows[0]
    ? { row: rows[0], complaint: toComplaint(rows[0], clocks, filer.length === 0) }
    : null
}
