import type { Instant } from '../time/time.ts'
import { agenciesOf, holdsRole, type Role, type Staff } from './actor.ts'

/** What is on record of overseeing beside the cases. */
export type OversightKind = 'reminder' | 'question' | 'answer' | 'check' | 'checked'

/** Who reminds and asks why: nobody their own agency. */
export function asksFromOutside(staff: Staff, agencyId: number | null, now: Instant): boolean {
  const asks = holdsRole(staff, 'leader', now) || holdsRole(staff, 'inspectorate', now)
  return asks && (agencyId === null || !agenciesOf(staff, now).includes(agencyId))
}

/** Whose work somebody oversees; `agencyIds` alone where it is not the whole city. */
export interface Oversight {
  city: boolean
  agencyIds: readonly number[]
  /** Knows of supervisory reports. */
  supervisory: boolean
}

const OF_THE_CITY = [
  'leader',
  'inspectorate',
  'auditor',
  'admin',
] as const satisfies readonly Role[]

/** Null where they oversee nothing (docs/rules.md, Oversight). */
export function oversightOf(staff: Staff, now: Instant): Oversight | null {
  const is = (role: Role) => holdsRole(staff, role, now)
  const supervisory = is('leader') || is('inspectorate') || is('auditor')
  if (OF_THE_CITY.some(is)) return { city: true, agencyIds: [], supervisory }
  const own = staff.memberships.flatMap(({ role, agencyId }) =>
    role === 'head' && agencyId !== null && holdsRole(staff, 'head', now, agencyId)
      ? [agencyId]
      : [],
  )
  return own.length > 0 ? { city: false, agencyIds: [...new Set(own)], supervisory } : null
}

/** Oversees, and works on no report. */
export function looksOn(staff: Staff, now: Instant): boolean {
  const works = (['verifier', 'liaison', 'officer', 'inspectorate'] as const).some((role) =>
    holdsRole(staff, role, now),
  )
  return !works && oversightOf(staff, now) !== null
}

export function oversees({ city, agencyIds }: Oversight, agencyId: number): boolean {
  return city || agencyIds.includes(agencyId)
}
