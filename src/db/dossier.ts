import { and, asc, eq, type InferSelectModel, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import type { Case } from './cases.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { filerHere } from './filers.ts'
import { clock, complaint, event, message } from './schema/complaint.ts'
import { attachment, identity, reveal } from './schema/filing.ts'

export type EventRow = InferSelectModel<typeof event>
export type MessageRow = InferSelectModel<typeof message>
export type AttachmentRow = InferSelectModel<typeof attachment>
type RevealRow = InferSelectModel<typeof reveal>

export interface Dossier extends Case {
  events: EventRow[]
  messages: MessageRow[]
  attachments: AttachmentRow[]
  reveals: RevealRow[]
  /** Never the ways themselves. */
  reachable: { name: boolean; phone: boolean; email: boolean }
  root: { complaint: Complaint; answers: MessageRow[] } | null
}

export async function dossierByReference(db: Database, reference: string): Promise<Dossier | null> {
  const id = sql`(select id from complaint where reference = ${reference})`
  const rootId = sql`(select root_id from complaint where reference = ${reference} and root_id <> id)`
  const [rows, clocks, filer, events, messages, attachments, reveals, who, ...root] =
    await db.batch([
      db.select().from(complaint).where(eq(complaint.reference, reference)),
      db.select().from(clock).where(eq(clock.complaintId, id)).orderBy(clock.kind, clock.round),
      filerHere(db, id),
      db.select().from(event).where(eq(event.complaintId, id)).orderBy(asc(event.seq)),
      db.select().from(message).where(eq(message.complaintId, id)).orderBy(asc(message.seq)),
      db
        .select()
        .from(attachment)
        .where(eq(attachment.complaintId, id))
        .orderBy(asc(attachment.seq)),
      db.select().from(reveal).where(eq(reveal.complaintId, id)).orderBy(asc(reveal.seq)),
      db
        .select({ name: identity.hasName, phone: identity.hasPhone, email: identity.hasEmail })
        .from(identity)
        .where(eq(identity.complaintId, id)),
      // joined, which reads no more where there is no root; no two columns here have one name
      db
        .select({ row: complaint, clock })
        .from(complaint)
        .leftJoin(clock, eq(clock.complaintId, complaint.id))
        .where(eq(complaint.id, rootId))
        .orderBy(clock.kind, clock.round),
      db
        .select()
        .from(message)
        .where(
          and(
            eq(message.complaintId, rootId),
            eq(message.audience, 'public'),
            eq(message.state, 'sent'),
          ),
        )
        .orderBy(asc(message.seq)),
    ])
  const row = rows[0]
  if (!row) return null
  return {
    row,
    complaint: toComplaint(row, clocks, filer.length === 0),
    events,
    messages,
    attachments,
    reveals,
    reachable: who[0] ?? { name: false, phone: false, email: false },
    root: rootOf(...root),
  }
}

function rootOf(
  rows: { row: ComplaintRow; clock: InferSelectModel<typeof clock> | null }[],
  answers: MessageRow[],
): Dossier['root'] {
  const [first] = rows
  if (!first) return null
  const clocks = rows.flatMap((row) => row.clock ?? [])
  return { complaint: toComplaint(first.row, clocks), answers }
}
