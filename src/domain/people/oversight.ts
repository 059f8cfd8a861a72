import type { Instant } from '../time/time.ts'
import { agenciesOf, holdsRole, type Role, type Staff } from './actor.ts'

/** What is on record of overseeing beside the cases. */
export type OversightKind = 'reminder' | 'question' | 'answer' | 'check' | 'checked'

/** The first event of a history that is not as it was written; null where all are. */
export interface Broken {
  problem: string | null
  complaint: string | null
  seq: number | null
  other: string | number | null
  /** 1: a supervisory case, whose number not all may read. */
  secret: 0 | 1
}

export const NOT_BROKEN: Broken = {
  ...{ problem: null, complaint: null, seq: null, other: null },
  secret: 0,
}

export interface IntegrityFacts extends Broken {
  /** The one that was asked for; null: all. */
  reference: string | null
  checked: number
  differ: number
}

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
