import type { Decision } from '../../domain/case/command.ts'
import { type City, calendarOf } from '../../domain/city/city.ts'
import type { RandomBytes } from '../../domain/text/bytes.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import type { Case } from '../cases.ts'
import type { ComplaintRow } from '../complaint-rows.ts'
import type { Database } from '../database.ts'
import { assignment, complaint, message } from '../schema/complaint.ts'
import { assignmentRows } from './assignments.ts'
import type { Change } from './change.ts'
import { clockRows } from './clocks.ts'
import { type Conflict, conflictOf } from './conflict.ts'
import {
  type EventRow,
  insertEvent,
  type PreparedEvent,
  prepareEvent,
  seal,
  seqOf,
} from './event.ts'
import { figureRows } from './figures.ts'
import { messageRows } from './messages.ts'
import { cancelledRows, outboxRows } from './outbox.ts'
import { complaintRow } from './row.ts'
import type { Statement } from './statement.ts'
import { digestsOf, rowsAfter, statementOf, type Write } from './write.ts'

export interface Queued {
  id: number
  notBefore: number
}

export type Committed =
  | {
      ok: true
      cases: [Case, ...Case[]]
      /** Of each report, as it was written. */
      events: [EventRow, ...EventRow[]]
      queued: Queued[]
    }
  | { ok: false; conflict: Conflict }

/**
 * The one writer: one D1 batch holds all rows of all changes, the events first. An event's primary
 * key (complaint, seq) is the lock, so a second writer rolls the whole batch back.
 */
export async function commit(
  db: Database,
  changes: readonly [Change, ...Change[]],
  city: City,
  random: RandomBytes,
): Promise<Committed> {
  const prepared = await Promise.all(changes.map((change) => prepare(change, city, random)))
  const events = prepared.map(({ event }) => insertEvent(db, event))
  const notices = changes.flatMap(({ decision }) =>
    outboxRows(db, decision, seqOf(decision), holderOf(city, decision)),
  )
  const others = prepared.flatMap((each) => consequences(db, each))
  const batch: Statement[] = [...events, ...notices, ...others]
  try {
    const results = (await db.batch(batch as [Statement, ...Statement[]])) as unknown[]
    return {
      ok: true,
      cases: prepared.map(caseAfter) as [Case, ...Case[]],
      events: prepared.map(({ event }) => event.row) as [EventRow, ...EventRow[]],
      queued: results.slice(events.length, events.length + notices.length).flat() as Queued[],
    }
  } catch (error) {
    const conflict = conflictOf(error)
    if (!conflict) throw error
    return { ok: false, conflict }
  }
}

interface Prepared {
  change: Change
  writes: Write[]
  event: PreparedEvent
}

async function prepare(change: Change, city: City, random: RandomBytes): Promise<Prepared> {
  const sealed = await seal(change, random)
  const { decision, found } = change
  const { assignments = [], messages = [] } = found ?? {}
  const writes = [
    ...complaintRow(change, sealed),
    ...clockRows(decision),
    ...assignmentRows(decision, assignments, sealed.seq, calendarOf(city)),
    ...messageRows(decision, messages, sealed, change.screened ?? null),
    ...(change.rows?.(sealed.seq) ?? []),
  ]
  const written = { ...(await digestsOf(writes)), ...change.witness }
  return { change, writes, event: await prepareEvent(decision, sealed, written) }
}

function consequences(db: Database, { change, writes, event }: Prepared): Statement[] {
  const { decision } = change
  return [
    ...withHash(writes, event).map((write) => statementOf(db, write)),
    ...cancelledRows(db, decision),
    ...figureRows(db, decision),
    ...(change.beside?.(db) ?? []),
  ]
}

/** The report's row ends with the hash of the event that vouches for the rest of it. */
function withHash(writes: readonly Write[], { row }: PreparedEvent): Write[] {
  return writes.map((write) =>
    write.table === complaint ? { ...write, set: { ...write.set, lastHash: row.hash } } : write,
  )
}

/** As it would be read now. */
function caseAfter({ change, writes, event }: Prepared): Case {
  const { decision, found } = change
  const { seq: version, hash: lastHash } = event.row
  const after = rowsAfter(withHash(writes, event))
  return {
    complaint: { ...decision.after, version, lastHash, clocks: inOrder(decision.after.clocks) },
    row: after(complaint, found ? [found.row] : [])[0] as ComplaintRow,
    assignments: after(assignment, found?.assignments ?? []),
    messages: after(message, found?.messages ?? []),
  }
}

function inOrder(clocks: readonly Clock[]): Clock[] {
  return clocks.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.round - b.round))
}

function holderOf(city: City, { after }: Decision) {
  return calendarOf(city, after.leadAgencyId)
}
