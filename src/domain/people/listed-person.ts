import type { Role } from './actor.ts'

/** A role that is held now; null where it belongs to no agency. */
export interface HeldRole {
  role: Role
  agencyId: number | null
}

/** Somebody on the staff, as an administrator sees them. */
export interface ListedPerson {
  id: string
  name: string
  email: string
  disabled: boolean
  /** Whether a password was ever set. */
  activated: boolean
  /** Held now. */
  roles: HeldRole[]
}
