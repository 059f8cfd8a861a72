import { actOf } from '../../domain/acts/acts.ts'
import type { Decision } from '../../domain/case/command.ts'
import { type Complaint, isOpen, isRoot } from '../../domain/case/complaint.ts'
import { waitsForCoordinator } from '../../domain/case/objection.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { dueNow, heldClock, rankDay } from '../../domain/time/due.ts'
import type { AssignmentRow } from '../cases.ts'
import { assignment } from '../schema/complaint.ts'
import { added, altered, type Write } from './write.ts'

export const VERIFIER_DESK = 0
/** Verifiers', too: what came above the ceiling must not bury the rest. */
export const QUARANTINE_DESK = -1
/** The administrator's: nobody else says whose it is, so it is not among the verifiers' work. */
export const COORDINATOR_DESK = -2

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

function deskOf(complaint: Complaint): number {
  if (complaint.state === 'received' && waitsForCoordinator(complaint)) return COORDINATOR_DESK
  return complaint.quarantined ? QUARANTINE_DESK : VERIFIER_DESK
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
  const known = new Map(heldBy(before, calendar).map((held) => [placeOf(held), held]))
  // as stored, not as reckoned: a desk that was parted since still held what lay on it
  const open = new Map(stored.filter((row) => row.open).map((row) => [placeOf(row), row]))
  const written = heldBy(after, calendar).flatMap((held): Write[] => {
    const row = open.get(placeOf(held))
    open.delete(placeOf(held))
    if (!row)
      return [added(assignment, { complaintId: after.id, seq, open: true, openedAt: at, ...held })]
    // what was known was reckoned by the calendar as it is now: after an amendment it is not what is stored
    const same = JSON.stringify(known.get(placeOf(held))) === JSON.stringify(held)
    return same && !actOf(command).recalculates ? [] : [altered(assignment, row, held)]
  })
  const left = { open: false, closedAt: at }
  return [...[...open.values()].map((row) => altered(assignment, row, left)), ...written]
}

function placeOf({ role, agencyId }: Pick<AssignmentRow, 'role' | 'agencyId'>): string {
  return `${role} ${agencyId}`
}
