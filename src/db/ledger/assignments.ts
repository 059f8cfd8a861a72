import { and, eq } from 'drizzle-orm'
import { actOf } from '../../domain/acts/acts.ts'
import type { Decision } from '../../domain/case/command.ts'
import { type Complaint, isOpen, isRoot } from '../../domain/case/complaint.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { dueNow, heldClock, rankDay } from '../../domain/time/due.ts'
import type { Database } from '../database.ts'
import { assignment } from '../schema/complaint.ts'
import type { Statement } from './statement.ts'

export const VERIFIER_DESK = 0

interface Held {
  agencyId: number
  role: 'lead' | 'support'
  officerId: string | null
  bucket: 'work' | 'paused' | 'confirm'
  rankDay: string | null
  dueDay: string | null
}

export function heldBy(complaint: Complaint | null, calendar: Calendar): Held[] {
  if (!complaint || !isOpen(complaint) || !isRoot(complaint)) return []
  const place = {
    bucket: bucketOf(complaint),
    rankDay: rankDay(complaint, calendar),
    dueDay: heldClock(complaint)?.dueDay ?? null,
  }
  const lead = {
    agencyId: complaint.leadAgencyId ?? VERIFIER_DESK,
    officerId: complaint.officerId,
    ...place,
  }
  return [
    { ...lead, role: 'lead' },
    ...complaint.supportingAgencyIds.map((agencyId) => ({
      agencyId,
      officerId: null,
      role: 'support' as const,
      ...place,
    })),
  ]
}

function bucketOf(complaint: Complaint): Held['bucket'] {
  // a question too many stops nothing: it stays among the work
  if (dueNow(complaint).kind === 'paused') return 'paused'
  return complaint.state === 'awaiting_confirmation' ? 'confirm' : 'work'
}

export function assignmentRows(
  db: Database,
  { command, before, after, at }: Decision,
  seq: number,
  calendar: Calendar,
): Statement[] {
  const old = new Map(heldBy(before, calendar).map((h) => [`${h.role} ${h.agencyId}`, h]))
  const written = heldBy(after, calendar).flatMap((held): Statement[] => {
    const known = old.get(`${held.role} ${held.agencyId}`)
    old.delete(`${held.role} ${held.agencyId}`)
    if (!known)
      return [
        db
          .insert(assignment)
          .values({ complaintId: after.id, seq, open: true, openedAt: at, ...held }),
      ]
    // what was known was reckoned by the calendar as it is now: after an amendment it is not what is stored
    const same = !actOf(command).recalculates && JSON.stringify(known) === JSON.stringify(held)
    if (same) return []
    return [db.update(assignment).set(held).where(openOf(after.id, held.agencyId))]
  })
  const closed = [...old.values()].map((h) =>
    db.update(assignment).set({ open: false, closedAt: at }).where(openOf(after.id, h.agencyId)),
  )
  return [...closed, ...written]
}

function openOf(complaintId: number, agencyId: number) {
  return and(
    eq(assignment.complaintId, complaintId),
    eq(assignment.agencyId, agencyId),
    eq(assignment.open, true),
  )
}
