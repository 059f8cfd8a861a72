import { holdsRole } from './actor.ts'
import type { Context } from './command.ts'
import type { Complaint } from './complaint.ts'

/** A head's approval is asked for and the actor is not that head. */
export const waitsForHead = (c: Complaint, { actor, now, city }: Context): boolean =>
  c.leadAgencyId !== null &&
  city.approvingAgencyIds.includes(c.leadAgencyId) &&
  !(actor.kind === 'staff' && holdsRole(actor, 'head', now, c.leadAgencyId))

/** A draft waits for this head: one that an agency left behind is not the next one's to send. */
export const isApprovable = (
  c: Pick<Complaint, 'leadAgencyId'>,
  m: { state: string; agencyId: number | null },
): boolean => m.state === 'draft' && m.agencyId !== null && m.agencyId === c.leadAgencyId

/** A closure of a round of work that the reporter disputed stays a draft: its evidence is spent. */
export const isSpent = (m: { kind: string; seq: number }, workBegan: number): boolean =>
  m.kind === 'closure' && m.seq < workBegan
