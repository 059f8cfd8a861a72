import { asc, eq, type InferSelectModel, type SQL, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import { toldOfEnd } from '../domain/case/heard.ts'
import { EVENTS_SHOWN, type Shown, shownOf } from '../domain/case/shown.ts'
import type { Case } from './cases.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import {
  askBeside,
  historyQueries,
  inOrder,
  type Reading,
  type Span,
  toldOfRoot,
} from './dossier-history.ts'
import { filerHere } from './filers.ts'
import { kept, type Slot } from './kept.ts'
import { letterOfEnd } from './openings.ts'
import { assignment, clock, complaint, type event, type message } from './schema/complaint.ts'
import { attachment, identity, reveal } from './schema/filing.ts'
import { type Asked, asked, following, oneTrip } from './trip.ts'

export type EventRow = InferSelectModel<typeof event>
export type MessageRow = InferSelectModel<typeof message>
export type AttachmentRow = InferSelectModel<typeof attachment>
type RevealRow = InferSelectModel<typeof reveal>

export interface Dossier extends Case {
  /** Those that its history shows; there may be others, beside and between. */
  shown: Shown
  events: EventRow[]
  attachments: AttachmentRow[]
  reveals: RevealRow[]
  /** Never the ways themselves. `returned`: letters to the address came back. */
  reachable: { name: boolean; phone: boolean; email: boolean; returned: boolean }
  root: { complaint: Complaint; row: Pick<ComplaintRow, 'undo'>; answers: MessageRow[] } | null
}

/** Whole, unless a page of it is asked for: a step may hang on anything before it. */
export async function dossierByReference(
  db: Database,
  reference: string,
  reading: Reading = 'whole',
): Promise<Dossier | null> {
  const [found] = await oneTrip(db, [askDossier(db, reference, reading)])
  return reading === 'whole' ? found : withBeside(db, found)
}

export async function dossierById(
  db: Database,
  id: number,
  reading: 'whole' | 'newest' = 'whole',
): Promise<Dossier | null> {
  if (reading === 'whole') return (await oneTrip(db, [wholeById(db, id)]))[0]
  return withBeside(db, (await oneTrip(db, [newestById(db, id)]))[0])
}

/** The page with all that it hangs on: a second trip, of a report alone that is longer than a page. */
export async function withBeside(db: Database, page: Dossier | null): Promise<Dossier | null> {
  if (!page || page.row.version <= EVENTS_SHOWN) return page
  const { row, shown, events } = page
  const isNewest = events.at(-1)?.seq === row.version
  const heard = isNewest
    ? events.filter(({ type, seq }) => type === 'hear' && seq >= shown.from)
    : []
  const [beside] = await oneTrip(db, [askBeside(db, row, shown, heard.length)])
  return {
    ...page,
    events: inOrder(page.events, beside.events),
    messages: inOrder(page.messages, beside.messages),
  }
}

/** Of a page what `withBeside` brings is still to be read. */
export function askDossier(
  db: Database,
  reference: string,
  reading: Reading,
): Asked<Dossier | null> {
  if (reading === 'whole' || reading === 'newest')
    return (reading === 'whole' ? wholeOf : newestOf)(db, reference)
  const { before } = reading
  const turned = (d: Dossier | null) => d && { ...d, shown: shownOf(d.row.version, before) }
  return following(pageOf(db, reference, before), turned)
}

const wholeOf = kept((db, reference: Slot<string>) => dossierOf(db, byNumber(reference), 'whole'))
const newestOf = kept((db, reference: Slot<string>) => dossierOf(db, byNumber(reference), 'newest'))
const pageOf = kept((db, reference: Slot<string>, before: Slot<number>) =>
  dossierOf(db, byNumber(reference), { before }),
)
const wholeById = kept((db, id: Slot<number>) => dossierOf(db, sql`${id}`, 'whole'))
const newestById = kept((db, id: Slot<number>) => dossierOf(db, sql`${id}`, 'newest'))

function byNumber(reference: Slot<string>): SQL {
  return sql`(select id from complaint where reference = ${reference})`
}

function dossierOf(db: Database, id: SQL, span: Span): Asked<Dossier | null> {
  return asked(queriesOf(db, id, span), (answers) => {
    const [rows, clocks, filer, letters, ...others] = answers
    const [assignments, events, messages, attachments, reveals, who, ...root] = others
    const row = rows[0]
    if (!row) return null
    const complaint = toComplaint(row, clocks, filer.length === 0)
    const toldAt = toldOfEnd(complaint, row.openedAt, letters[0]?.sentAt ?? null)
    return {
      row,
      complaint: toldAt === null ? complaint : { ...complaint, toldAt },
      shown: shownOf(row.version, null),
      events: events.reverse(),
      messages: messages.reverse(),
      ...{ assignments, attachments, reveals },
      reachable: who[0] ?? { name: false, phone: false, email: false, returned: false },
      root: rootOf(...root),
    }
  })
}

function queriesOf(db: Database, id: SQL, span: Span) {
  // of what lies under a root that was joined to another: that one
  const rootId = sql`(select r.root_id from complaint c join complaint r on r.id = c.root_id
    where c.id = ${id} and c.root_id <> c.id)`
  return [
    db.select().from(complaint).where(eq(complaint.id, id)),
    db.select().from(clock).where(eq(clock.complaintId, id)).orderBy(clock.kind, clock.round),
    filerHere(db, id),
    letterOfEnd(db, id),
    db.select().from(assignment).where(eq(assignment.complaintId, id)),
    ...historyQueries(db, id, span),
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
    toldOfRoot(db, rootId, span),
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
