import { and, eq } from 'drizzle-orm'
import type { Calendar } from '../../domain/calendar.ts'
import type { Decision } from '../../domain/command.ts'
import { type Complaint, isOpen, isRoot } from '../../domain/complaint.ts'
import { dueNow, rankDay } from '../../domain/due.ts'
import type { Database } from '../database.ts'
import { assignment } from '../schema/complaint.ts'
import type { Statement } from './statement.ts'

/** Agency number of the verifiers' desk. */
export const VERIFIER_DESK = 0

interface Held {
  agencyId: number
  role: 'lead' | 'support'
  officerId: string | null
  bucket: 'work' | 'paused' | 'confirm'
  rankDay: string | null
  dueDay: string | null
}

/** In whose queues a complaint lies, and where in them. Terminal and merged ones in none. */
export const heldBy = (c: Complaint | null, calendar: Calendar): Held[] => {
  if (!c || !isOpen(c) || !isRoot(c)) return []
  const due = dueNow(c)
  const place = {
    bucket: bucketOf(c),
    rankDay: rankDay(c, calendar),
    dueDay: due.kind === 'due' ? due.day : null,
  }
  const lead = { agencyId: c.leadAgencyId ?? VERIFIER_DESK, officerId: c.officerId, ...place }
  return [
    { ...lead, role: 'lead' },
    ...c.supportingAgencyIds.map((agencyId) => ({
      agencyId,
      officerId: null,
      role: 'support' as const,
      ...place,
    })),
  ]
}

const bucketOf = (c: Complaint): Held['bucket'] => {
  if (c.state === 'awaiting_info') return 'paused'
  return c.state === 'awaiting_confirmation' ? 'confirm' : 'work'
}

/** Opens, moves and closes the assignments that a decision changes. */
export const assignmentRows = (
  db: Database,
  { command, before, after, at }: Decision,
  seq: number,
  calendar: Calendar,
): Statement[] => {
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
    const same = command !== 'recompute' && JSON.stringify(known) === JSON.stringify(held)
    if (same) return []
    return [db.update(assignment).set(held).where(openOf(after.id, held.agencyId))]
  })
  const closed = [...old.values()].map((h) =>
    db.update(assignment).set({ open: false, closedAt: at }).where(openOf(after.id, h.agencyId)),
  )
  return [...closed, ...written]
}

const openOf = (complaintId: number, agencyId: number) =>
  and(
    eq(assignment.complaintId, complaintId),
    eq(assignment.agencyId, agencyId),
    eq(assignment.open, true),
  )
