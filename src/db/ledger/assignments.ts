import { actOf } from '../../domain/acts/acts.ts'
import type { Decision } from '../../domain/case/command.ts'
import { type Complaint, isOpen, isRoot } from '../../domain/case/complaint.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { dueNow, heldClock, rankDay } from '../../domain/time/due.ts'
import type { AssignmentRow } from '../cases.ts'
import { assignment } from '../schema/complaint.ts'
import { added, altered, type Write } from './write.ts'

export const VERIFIER_DESK = 0
/** Verifiers', too: what came above the ceiling must not bury the rest. */
export const QUARANTINE_DESK = -1

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
    agencyId: complaint.leadAgencyId ?? deskOf(complaint),
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

function deskOf({ quarantined }: Complaint): number {
  return quarantined ? QUARANTINE_DESK : VERIFIER_DESK
}

function bucketOf(complaint: Complaint): Held['bucket'] {
  // a question too many stops nothing: it stays among the work
  if (dueNow(complaint).kind === 'paused') return 'paused'
  return complaint.state === 'awaiting_confirmation' ? 'confirm' : 'work'
}

export function assignmentRows(
  { command, before, after, at }: Decision,
  stored: readonly AssignmentRow[],
  seq: number,
  calendar: Calendar,
): Write[] {
  const update = (agencyId: number, set: Partial<AssignmentRow>) =>
    stored
      .filter((row) => row.open && row.agencyId === agencyId)
      .map((row) => altered(assignment, row, set))
  const old = new Map(heldBy(before, calendar).map((h) => [`${h.role} ${h.agencyId}`, h]))
  const written = heldBy(after, calendar).flatMap((held): Write[] => {
    const known = old.get(`${held.role} ${held.agencyId}`)
    old.delete(`${held.role} ${held.agencyId}`)
    if (!known)
      return [added(assignment, { complaintId: after.id, seq, open: true, openedAt: at, ...held })]
    // what was known was reckoned by the calendar as it is now: after an amendment it is not what is stored
    const same = !actOf(command).recalculates && JSON.stringify(known) === JSON.stringify(held)
    return same ? [] : update(held.agencyId, held)
  })
  const closed = [...old.values()].flatMap((h) => update(h.agencyId, { open: false, closedAt: at }))
  return [...closed, ...written]
}
