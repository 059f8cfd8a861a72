import { holdsRole } from '../people/actor.ts'
import type { RuleContext } from './command.ts'
import type { Complaint } from './complaint.ts'

export function waitsForHead(complaint: Complaint, { actor, now, city }: RuleContext): boolean {
  return (
    complaint.leadAgencyId !== null &&
    city.approvingAgencyIds.includes(complaint.leadAgencyId) &&
    !(actor.kind === 'staff' && holdsRole(actor, 'head', now, complaint.leadAgencyId))
  )
}
