import type { Settings } from '../city.ts'

/** Settings that stand on one form. */
export type SettingRow =
  | IdentityRow
  | ManagerRow
  | HoursRow
  | OutsideRow
  | BoundsRow
  | KeepingRow
  | IntakeRow

export interface IdentityRow {
  id: 0
  cityName: string
  prefix: string
  /** Base64url of a PNG (logo.ts). */
  logo: string | null
  operatingId: number | null
  inspectorateId: number | null
  delegateId: number | null
}

export type ManagerRow = Settings['manager'] & { id: 0 }

export interface HoursRow {
  id: 0
  /** Minutes ahead of UTC. */
  offset: number
  /** Minutes of the day. */
  opens: number
  closes: number
}

export interface OutsideRow {
  id: 0
  emergencyPhone: string
  emergencyText: string
  nextInstances: Settings['nextInstances']
  otherWays: Settings['otherWays']
}

/** Where the city lies, degrees. */
export interface BoundsRow {
  id: 0
  south: number
  west: number
  north: number
  east: number
}

export interface KeepingRow {
  id: 0
  retentionMonths: number | null
  sender: string | null
  digestAddress: string | null
}

export interface IntakeRow {
  id: 0
  open: boolean
  /** Said in the form's place while it is closed; '': the usual one. */
  sentence: string
}
