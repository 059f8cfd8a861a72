import type { Role } from './actor.ts'

export interface HeldRole {
  role: Role
  agencyId: number | null
}

export interface ListedPerson {
  id: string
  name: string
  email: string
  disabled: boolean
  /** Whether a password was ever set. */
  activated: boolean
  /** When they last did; null: never since that is kept. */
  signedInAt: number | null
  /** Has a second step of sign-in. */
  second: boolean
  roles: HeldRole[]
}
