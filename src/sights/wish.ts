import type { Complaint } from '../domain/case/complaint.ts'
import { isSecret } from '../domain/case/visibility.ts'

/** What a reporter gave of who they are, or whether. */
export type Given = Readonly<Record<'name' | 'phone' | 'email', string | boolean | null>>

/** What the reporter is told about who can read them. */
export interface Wish {
  /** Nothing of it is public, by their wish or because of what it is about. */
  secret: boolean
  /** Name and contact are kept from the agency, too, which reads a screened copy. */
  anonymous: boolean
  /** Neither name nor contact is kept: nothing there is to seal. */
  nobody: boolean
}

export function wishOf(complaint: Complaint, given: Given): Wish {
  return {
    ...{ secret: isSecret(complaint), anonymous: complaint.anonymous },
    nobody: !hasSomebody(given),
  }
}

export function hasSomebody({ name, phone, email }: Given): boolean {
  return Boolean(name || phone || email)
}
