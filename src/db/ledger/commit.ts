import type { Decision } from '../../domain/case/command.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { type City, calendarOf } from '../../domain/city/city.ts'
import type { RandomBytes } from '../../domain/text/bytes.ts'
import type { Database } from '../database.ts'
import { assignmentRows } from './assignments.ts'
import type { Change } from './change.ts'
import { clockRows } from './clocks.ts'
import { type Conflict, conflictOf } from './conflict.ts'
import { insertEvent, type PreparedEvent, prepareEvent } from './event.ts'
import { figureRows } from './figures.ts'
import { messageRows } from './messages.ts'
import { cancelledRows, outboxRows } from './outbox.ts'
import { complaintRow } from './row.ts'
import type { Statement } from './statement.ts'

export interface Queued {
  id: number
  notBefore: number
}

export type Committed =
  | { ok: true; complaints: Complaint[]; queued: Queued[] }
  | { ok: false; conflict: Conflict }

/**
 * The one writer: one D1 batch holds all rows of all changes, the events first. An event's primary
 * key (complaint, seq) is the lock, so a second writer rolls the whole batch back.
 */
export async function commit(
  db: Database,
  changes: readonly Change[],
  city: City,
  random: RandomBytes,
): Promise<Committed> {
  const events = await Promise.all(changes.map((change) => prepareEvent(change, random)))
  const notices = changes.flatMap(({ decision }, i) =>
    outboxRows(db, decision, eventAt(events, i).row.seq, holderOf(city, decision)),
  )
  const others = changes.flatMap((change, i) => consequences(db, change, eventAt(events, i), city))
  const batch: Statement[] = [...events.map((e) => insertEvent(db, e)), ...notices, ...others]
  try {
    const results = (await db.batch(batch as [Statement, ...Statement[]])) as unknown[]
    return {
      ok: true,
      complaints: changes.map(({ decision }, i) => advanced(decision.after, eventAt(events, i))),
      queued: results.slice(events.length, events.length + notices.length).flat() as Queued[],
    }
  } catch (error) {
    const conflict = conflictOf(error)
    if (!conflict) throw error
    return { ok: false, conflict }
  }
}

function consequences(db: Database, change: Change, event: PreparedEvent, city: City): Statement[] {
  const { decision } = change
  return [
    ...complaintRow(db, change, event),
    ...clockRows(db, decision),
    ...assignmentRows(db, decision, event.row.seq, calendarOf(city)),
    ...messageRows(db, decision, event, change.screened ?? null),
    ...cancelledRows(db, decision),
    ...figureRows(db, decision),
    ...(change.rows?.(db, event.row.seq) ?? []),
  ]
}

function holderOf(city: City, { after }: Decision) {
  return calendarOf(city, after.leadAgencyId)
}

function eventAt(events: PreparedEvent[], i: number): PreparedEvent {
  const prepared = events[i]
  if (!prepared) throw new RangeError(`no event ${i}`)
  return prepared
}

function advanced(after: Complaint, { row }: PreparedEvent): Complaint {
  return {
    ...after,
    version: row.seq,
    lastHash: row.hash,
  }
}
