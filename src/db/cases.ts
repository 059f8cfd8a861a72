import { asc, eq, type InferSelectModel, type SQL, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { filerHere } from './filers.ts'
import { kept, type Slot } from './kept.ts'
import { assignment, clock, complaint, message } from './schema/complaint.ts'
import { type Asked, asked, oneTrip } from './trip.ts'

export type AssignmentRow = InferSelectModel<typeof assignment>
type MessageRow = InferSelectModel<typeof message>

/** A report with the rows that a command may alter: its event vouches for each as a whole. */
export interface Case {
  complaint: Complaint
  row: ComplaintRow
  assignments: AssignmentRow[]
  messages: MessageRow[]
}

export async function caseByReference(db: Database, reference: string): Promise<Case | null> {
  const [found] = await oneTrip(db, [askCase(db, reference)])
  return found
}

export async function caseById(db: Database, id: number): Promise<Case | null> {
  const [found] = await oneTrip(db, [askCaseById(db, id)])
  return found
}

const askCase = kept((db, reference: Slot<string>) =>
  caseOf(db, sql`(select id from complaint where reference = ${reference})`),
)

const askCaseById = kept((db, id: Slot<number>) => caseOf(db, sql`${id}`))

function caseOf(db: Database, id: SQL): Asked<Case | null> {
  return asked(
    [
      db.select().from(complaint).where(eq(complaint.id, id)),
      db.select().from(clock).where(eq(clock.complaintId, id)).orderBy(clock.kind, clock.round),
      db.select().from(assignment).where(eq(assignment.complaintId, id)),
      db.select().from(message).where(eq(message.complaintId, id)).orderBy(asc(message.seq)),
      filerHere(db, id),
    ],
    ([rows, clocks, assignments, messages, filer]) => {
      const [row] = rows
      if (!row) return null
      return { row, complaint: toComplaint(row, clocks, filer.length === 0), assignments, messages }
    },
  )
}
