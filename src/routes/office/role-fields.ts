import { type City, rulesOf } from '../../domain/city/city.ts'
import { ROLES, type Role } from '../../domain/people/actor.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import { people as say } from '../../words/id/people.ts'

const OF_AN_AGENCY: ReadonlySet<Role> = new Set(['liaison', 'officer', 'head'])

/** Role and agency as they were chosen, or what to mend. The Inspektorat's role is its agency's. */
export function roleFields(
  city: City,
  typed: Record<string, string>,
): { held: HeldRole; errors: [] } | { held: null; errors: FieldError[] } {
  const role = ROLES.find((one) => one === typed.peran)
  if (!role) return wrong('peran', say.roleMissing)
  if (role === 'inspectorate') {
    const agencyId = rulesOf(city).inspectorateAgencyId
    return agencyId === null ? wrong('peran', say.noInspectorate) : right({ role, agencyId })
  }
  if (!OF_AN_AGENCY.has(role)) return right({ role, agencyId: null })
  const agency = city.agencies.find(({ id, active }) => active && String(id) === typed.opd)
  return agency ? right({ role, agencyId: agency.id }) : wrong('opd', say.agencyMissing)
}

function right(held: HeldRole) {
  return { held, errors: [] as [] }
}

function wrong(field: string, text: string) {
  return { held: null, errors: [{ field, text }] }
}
