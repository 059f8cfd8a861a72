import { agencyById, type City } from '../../domain/city/city.ts'
import { ROLES } from '../../domain/people/actor.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import { people as say } from '../../words/id/people.ts'
import { Select } from '../components/fields.tsx'
import { errorFor, type FieldError } from '../components/parts.tsx'

/** 'Petugas OPD, Dishub' */
export function roleText(city: City, { role, agencyId }: HeldRole): string {
  return [say.roles[role], agencyById(city, agencyId)?.shortName].filter(Boolean).join(', ')
}

export function stateOf({ disabled, activated }: { disabled: boolean; activated: boolean }) {
  if (disabled) return say.states.disabled
  return activated ? say.states.active : say.states.invited
}

interface Props {
  city: City
  typed: Record<string, string>
  errors: FieldError[]
}

/** Role and, where it needs one, agency. */
export function RolePair({ city, typed, errors }: Props) {
  return (
    <>
      <Select
        name="peran"
        label={say.role}
        blank={say.chooseRole}
        required
        value={typed.peran}
        error={errorFor(errors, 'peran')}
        options={ROLES.map((value) => ({ value, label: say.roles[value] }))}
      />
      <Select
        name="opd"
        label={say.agency}
        hint={say.agencyHint}
        blank={say.chooseAgency}
        value={typed.opd}
        error={errorFor(errors, 'opd')}
        options={city.agencies
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
