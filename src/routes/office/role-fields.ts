import { type City, rulesOf } from '../../domain/city/city.ts'
import { ROLES, type Role } from '../../domain/people/actor.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import type { Words } from '../../words/words.ts'

const OF_AN_AGENCY: ReadonlySet<Role> = new Set(['liaison', 'officer', 'head'])

/** Role and agency as they were chosen, or what to mend. The Inspektorat's role is its agency's. */
export function roleFields(
  t: Words,
  city: City,
  typed: Record<string, string>,
): { held: HeldRole; errors: [] } | { held: null; errors: FieldError[] } {
  const role = ROLES.find((one) => one === typed.peran)
  if (!role) return wrong('peran', t.people.roleMissing)
  if (role === 'inspectorate') {
    const agencyId = rulesOf(city).inspectorateAgencyId
    return agencyId === null ? wrong('peran', t.people.noInspectorate) : right({ role, agencyId })
  }
  if (!OF_AN_AGENCY.has(role)) return right({ role, agencyId: null })
  const agency = city.agencies.find(({ id, active }) => active && String(id) === typed.opd)
  return agency ? right({ role, agencyId: agency.id }) : wrong('opd', t.people.agencyMissing)
}

function right(held: HeldRole) {
  return { held, errors: [] as [] }
}

function wrong(field: string, text: string) {
  return { held: null, errors: [{ field, text }] }
}
