import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { EVENTS_SHOWN, type Shown } from '../domain/case/shown.ts'
import type { ComplaintRow } from './complaint-rows.ts'
import { readRow, type StoredRow } from './covered.ts'
import type { Database } from './database.ts'
import type { Slot } from './kept.ts'
import { raw } from './raw.ts'
import { event, message } from './schema/complaint.ts'
import { asked } from './trip.ts'

/** How much of a report's history is read: all of it for a step, a page of it to be shown. */
export type Reading = 'whole' | 'newest' | { before: number }

/** The same in a question that is written before its values are known. */
export type Span = 'whole' | 'newest' | { before: Slot<number> }

/** Words that outsiders were told, kept in sight whatever came after them. */
const TOLD = 10
/** What those who joined added, however much else. */
const HEARD = 20
/** Files that an agency may have brought with a closing that waits. */
const WITH_CLOSING = 25

export const IS_KEPT = sql`(state_before <> state_after and type <> 'route' or type in ('approve_reply', 'hear', 'renew_key', 'vouch_key', 'withdraw'))`

const IS_TOLD = sql`(audience = 'public' or kind = 'question')`

/** What is shown, newest first; one event more, which may take back the last one shown. */
export function historyQueries(db: Database, id: SQL, span: Span) {
  const most = span === 'whole' ? -1 : EVENTS_SHOWN + 1
  const until = (seq: SQL) =>
    span === 'whole' || span === 'newest' ? undefined : sql`${seq} <= ${span.before}`
  return [
    db
      .select()
      .from(event)
      .where(and(eq(event.complaintId, id), until(sql`${event.seq}`)))
      .orderBy(desc(event.seq))
      .limit(most),
    db
      .select()
      .from(message)
      .where(and(eq(message.complaintId, id), until(sql`${message.seq}`)))
      .orderBy(desc(message.seq))
      .limit(most),
  ] as const
}

/**
 * From beside the page, of a report that does not fit on one: each turn and change of the key; what was
 * heard of members; where it was filed and routed, and what words wait for; the last words told; those
 * that wait, of which an identity was opened, that were approved on the page.
 */
export function askBeside(
  db: Database,
  { id, draftSeq: draft }: Pick<ComplaintRow, 'id' | 'draftSeq'>,
  { from, before }: Shown,
  /** How many of what those who joined added are on the newest page, and read already. */
  heardThere: number,
) {
  const kept = sql`${event.complaintId} = ${id} and ${IS_KEPT}`
  const waiting = sql`select seq from message indexed by message_waiting
    where state in ('draft', 'screening') and complaint_id = ${id}`
  return asked(
    [
      db.select().from(event).where(sql`${kept} and type < 'hear' and type <> 'approve_reply'`),
      db.select().from(event).where(sql`${kept} and type > 'hear'`),
      // as rows of the index, or each of them is read three times
      raw<StoredRow>(
        db,
        sql`select * from event indexed by event_kept
          where complaint_id = ${id} and ${IS_KEPT} and type = 'hear'
            ${heardThere > 0 ? sql`and seq < ${from}` : sql``}
          order by seq desc limit ${Math.max(0, HEARD - heardThere)}`,
      ),
      db
        .select()
        .from(event)
        .where(
          sql`${event.complaintId} = ${id} and ${event.seq} in (
            select seq from assignment where complaint_id = ${id}
            union all ${waiting} union all select seq from event where complaint_id = ${id}
              and seq > ${(draft ?? 0) - WITH_CLOSING} and seq <= ${draft ?? 0})`,
        ),
      db
        .select()
        .from(message)
        .where(
          sql`${message.complaintId} = ${id} and ${message.seq} in (
            select seq from message indexed by message_told
              where complaint_id = ${id} and ${IS_TOLD} order by seq desc limit ${TOLD})`,
        ),
      db
        .select()
        .from(message)
        .where(
          sql`${message.complaintId} = ${id} and ${message.seq} in (${waiting}
            union all select seq from reveal where complaint_id = ${id}
            union all select json_extract(facts, '$.message') from event indexed by event_kept
              where complaint_id = ${id} and ${IS_KEPT} and seq >= ${from} and seq <= ${before}
                and type in ('approve_reply', 'approve_closure'))`,
        ),
    ],
    ([ended, begun, heard, about, told, waits]) => ({
      events: [ended, begun, heard.map((row) => readRow(event, row)), about].flat(),
      messages: [told, waits].flat(),
    }),
  )
}

/** Of a root, for those who joined: the newest. */
export function toldOfRoot(db: Database, rootId: SQL, span: Span) {
  const most = span === 'whole' ? -1 : EVENTS_SHOWN
  return db
    .select()
    .from(message)
    .where(
      sql`${message.complaintId} = ${rootId} and ${message.seq} in (
        select seq from message indexed by message_told
          where complaint_id = ${rootId} and ${IS_TOLD} and audience = 'public' and state = 'sent'
          order by seq desc limit ${most})`,
    )
    .orderBy(asc(message.seq))
}

/** Each once, in the order of the report's life. */
export function inOrder<Row extends { seq: number }>(...found: readonly Row[][]): Row[] {
  const rows = new Map(found.flat().map((row) => [row.seq, row]))
  return [...rows.values()].sort((a, b) => a.seq - b.seq)
}
