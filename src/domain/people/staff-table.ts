import type { City } from '../city/city.ts'
import { agencyById } from '../city/city.ts'
import type { Role } from './actor.ts'
import { ROLES_SAID, STAFF_COLUMNS } from './staff-line.ts'

interface Row {
  name: string
  email: string
  disabled: number
  role: Role | null
  agencyId: number | null
  waits: number
}

/** Whoever is at work with each role that is in force; no word of how they sign in. */
export function staffTable(rows: readonly Row[], city: City): [readonly string[], string[][]] {
  const lines = rows.flatMap(({ name, email, disabled, role, agencyId, waits }) =>
    role && !disabled && !waits
      ? [[name, email, ROLES_SAID[role], agencyById(city, agencyId)?.slug ?? '', '']]
      : [],
  )
  return [STAFF_COLUMNS, lines]
}
