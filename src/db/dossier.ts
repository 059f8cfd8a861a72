import { and, asc, eq, type InferSelectModel, type SQL, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import { toldOfEnd } from '../domain/case/heard.ts'
import type { Case } from './cases.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { filerHere } from './filers.ts'
import { kept, type Slot } from './kept.ts'
import { letterOfEnd } from './openings.ts'
import { assignment, clock, complaint, event, message } from './schema/complaint.ts'
import { attachment, identity, reveal } from './schema/filing.ts'
import { type Asked, asked, oneTrip } from './trip.ts'

export type EventRow = InferSelectModel<typeof event>
export type MessageRow = InferSelectModel<typeof message>
export type AttachmentRow = InferSelectModel<typeof attachment>
type RevealRow = InferSelectModel<typeof reveal>

export interface Dossier extends Case {
  events: EventRow[]
  attachments: AttachmentRow[]
  reveals: RevealRow[]
  /** Never the ways themselves. `returned`: letters to the address came back. */
  reachable: { name: boolean; phone: boolean; email: boolean; returned: boolean }
  root: { complaint: Complaint; row: Pick<ComplaintRow, 'undo'>; answers: MessageRow[] } | null
}

export async function dossierByReference(db: Database, reference: string): Promise<Dossier | null> {
  const [found] = await oneTrip(db, [askDossier(db, reference)])
  return found
}

export async function dossierById(db: Database, id: number): Promise<Dossier | null> {
  const [found] = await oneTrip(db, [askDossierById(db, id)])
  return found
}

export const askDossier = kept((db, reference: Slot<string>) =>
  dossierOf(db, sql`(select id from complaint where reference = ${reference})`),
)

const askDossierById = kept((db, id: Slot<number>) => dossierOf(db, sql`${id}`))

function dossierOf(db: Database, id: SQL): Asked<Dossier | null> {
  return asked(queriesOf(db, id), (answers) => {
    const [rows, clocks, filer, letters, ...others] = answers
    const [assignments, events, messages, attachments, reveals, who, ...root] = others
    const row = rows[0]
    if (!row) return null
    const complaint = toComplaint(row, clocks, filer.length === 0)
    const toldAt = toldOfEnd(complaint, row.openedAt, letters[0]?.sentAt ?? null)
    return {
      row,
      complaint: toldAt === null ? complaint : { ...complaint, toldAt },
      ...{ assignments, events, messages, attachments, reveals },
      reachable: who[0] ?? { name: false, phone: false, email: false, returned: false },
      root: rootOf(...root),
    }
  })
}

function queriesOf(db: Database, id: SQL) {
  // of what lies under a root that was joined to another: that one
  const rootId = sql`(select r.root_id from complaint c join complaint r on r.id = c.root_id
    where c.id = ${id} and c.root_id <> c.id)`
  return [
    db.select().from(complaint).where(eq(complaint.id, id)),
    db.select().from(clock).where(eq(clock.complaintId, id)).orderBy(clock.kind, clock.round),
    filerHere(db, id),
    letterOfEnd(db, id),
    db.select().from(assignment).where(eq(assignment.complaintId, id)),
    db.select().from(event).where(eq(event.complaintId, id)).orderBy(asc(event.seq)),
    db.select().from(message).where(eq(message.complaintId, id)).orderBy(asc(message.seq)),
    db.select().from(attachment).where(eq(attachment.complaintId, id)).orderBy(asc(attachment.seq)),
    db.select().from(reveal).where(eq(reveal.complaintId, id)).orderBy(asc(reveal.seq)),
    db
      .select({
        name: identity.hasName,
        phone: identity.hasPhone,
        email: identity.hasEmail,
        returned: sql`${identity.emailFailedAt} is not null`.mapWith(Boolean),
      })
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
  ] as const
}

function rootOf(
  rows: { row: ComplaintRow; clock: InferSelectModel<typeof clock> | null }[],
  answers: MessageRow[],
): Dossier['root'] {
  const [first] = rows
  if (!first) return null
  const clocks = rows.flatMap((row) => row.clock ?? [])
  return { complaint: toComplaint(first.row, clocks), row: first.row, answers }
}
