import { and, eq } from 'drizzle-orm'
import type { Decision } from '../../domain/case/command.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import { isWatched } from '../../domain/time/ladder.ts'
import type { Database } from '../database.ts'
import { clock } from '../schema/complaint.ts'
import type { Statement } from './statement.ts'

/** As they are kept: with what the sweeps ask for, which only the rules can say. */
export function clocksOf(complaint: Complaint) {
  return complaint.clocks.map((k) => ({ ...k, watched: isWatched(k, complaint) }))
}

export function clockRows(db: Database, { before, after }: Decision): Statement[] {
  const known = new Map((before ? clocksOf(before) : []).map((k) => [nameOf(k), k]))
  const written = clocksOf(after).flatMap((k): Statement[] => {
    const old = known.get(nameOf(k))
    known.delete(nameOf(k))
    if (!old) return [db.insert(clock).values({ complaintId: after.id, ...k })]
    if (JSON.stringify(old) === JSON.stringify(k)) return []
    return [db.update(clock).set(k).where(keyOf(after.id, k))]
  })
  return [...written, ...[...known.values()].map((k) => db.delete(clock).where(keyOf(after.id, k)))]
}

function nameOf(k: Clock): string {
  return `${k.kind} ${k.round}`
}

function keyOf(complaintId: number, k: Clock) {
  return and(eq(clock.complaintId, complaintId), eq(clock.kind, k.kind), eq(clock.round, k.round))
}
