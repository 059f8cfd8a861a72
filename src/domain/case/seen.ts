import type { Complaint } from './complaint.ts'

/**
 * What the rules of who sees what read of a complaint, and no more. Lists select these fields
 * alone: a rule that reads another one does not compile until every list selects it, too.
 */
export type Seen = Pick<
  Complaint,
  | 'class'
  | 'supervisory'
  | 'sensitive'
  | 'suspectedSpam'
  | 'anonymous'
  | 'confidential'
  | 'hasKeyHolder'
  | 'filedBy'
  | 'proposedAgencyId'
  | 'aboutAgencyId'
  | 'formerAgencyIds'
  | 'leadAgencyId'
  | 'supportingAgencyIds'
  | 'officerId'
  | 'returns'
  | 'release'
>
