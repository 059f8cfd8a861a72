import { and, eq } from 'drizzle-orm'
import type { Decision } from '../../domain/case/command.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import type { Database } from '../database.ts'
import { clock } from '../schema/complaint.ts'
import type { Statement } from './statement.ts'

function same(a: Clock, b: Clock): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export function clockRows(db: Database, { before, after }: Decision): Statement[] {
  const known = new Map((before?.clocks ?? []).map((k) => [`${k.kind} ${k.round}`, k]))
  const written = after.clocks.flatMap((k): Statement[] => {
    const old = known.get(`${k.kind} ${k.round}`)
    known.delete(`${k.kind} ${k.round}`)
    if (!old) return [db.insert(clock).values({ complaintId: after.id, ...k })]
    if (same(old, k)) return []
    return [db.update(clock).set(k).where(keyOf(after.id, k))]
  })
  return [...written, ...[...known.values()].map((k) => db.delete(clock).where(keyOf(after.id, k)))]
}

function keyOf(complaintId: number, k: Clock) {
  return and(eq(clock.complaintId, complaintId), eq(clock.kind, k.kind), eq(clock.round, k.round))
}
