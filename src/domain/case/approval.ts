import { holdsRole } from '../people/actor.ts'
import type { RuleContext } from './command.ts'
import type { Complaint } from './complaint.ts'

/** A head's approval is asked for and the actor is not that head. */
export function waitsForHead(complaint: Complaint, { actor, now, city }: RuleContext): boolean {
  return (
    complaint.leadAgencyId !== null &&
    city.approvingAgencyIds.includes(complaint.leadAgencyId) &&
    !(actor.kind === 'staff' && holdsRole(actor, 'head', now, complaint.leadAgencyId))
  )
}

/** A draft waits for this head: one that an agency left behind is not the next one's to send. */
export function isApprovable(
  complaint: Pick<Complaint, 'leadAgencyId'>,
  m: { state: string; agencyId: number | null },
): boolean {
  return m.state === 'draft' && m.agencyId !== null && m.agencyId === complaint.leadAgencyId
}

/** A closure of a round of work that the reporter disputed stays a draft: its evidence is spent. */
export function isSpent(m: { kind: string; seq: number }, workBegan: number): boolean {
  return m.kind === 'closure' && m.seq < workBegan
}
