import type { Instant } from '../time/time.ts'
import { holdsRole, type Staff } from './actor.ts'

/** Whose suggestions somebody reads; null: nobody's (docs/rules.md, Satisfaction). */
export function suggestionsFor(
  staff: Staff,
  now: Instant,
): { city: true } | { city: false; agencyIds: readonly number[] } | null {
  if (holdsRole(staff, 'leader', now) || holdsRole(staff, 'inspectorate', now))
    return { city: true }
  const agencyIds = staff.memberships.flatMap(({ role, agencyId }) =>
    role === 'head' && agencyId !== null && holdsRole(staff, 'head', now, agencyId)
      ? [agencyId]
      : [],
  )
  return agencyIds.length > 0 ? { city: false, agencyIds: [...new Set(agencyIds)] } : null
}
