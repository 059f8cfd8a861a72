import type { Complaint } from '../domain/case/complaint.ts'
import { isSecret } from '../domain/case/visibility.ts'

/** What the reporter is told about who can read them. */
export interface Wish {
  /** Nothing of it is public, by their wish or because of what it is about. */
  secret: boolean
  /** Name and contact are kept from the agency, too, which reads a screened copy. */
  anonymous: boolean
}

export function wishOf(complaint: Complaint): Wish {
  return { secret: isSecret(complaint), anonymous: complaint.anonymous }
}
