import type { Complaint } from './complaint.ts'

/** Lists select these alone: a rule that reads another field compiles once every list has it. */
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
  | 'filerLeft'
  | 'proposedAgencyId'
  | 'aboutAgencyId'
  | 'formerAgencyIds'
  | 'leadAgencyId'
  | 'supportingAgencyIds'
  | 'officerId'
  | 'returns'
  | 'objection'
  | 'release'
>
