import { people as say } from '../../copy/id/people.ts'
import { ROLES } from '../../domain/actor.ts'
import { agencyById, type City } from '../../domain/city.ts'
import type { HeldRole } from '../../domain/listed-person.ts'
import { Select } from '../components/fields.tsx'
import { errorFor, type FieldError } from '../components/parts.tsx'

/** 'Petugas OPD, Dishub' */
export const roleText = (city: City, { role, agencyId }: HeldRole): string =>
  [say.roles[role], agencyById(city, agencyId)?.shortName].filter(Boolean).join(', ')

export const stateOf = ({ disabled, activated }: { disabled: boolean; activated: boolean }) => {
  if (disabled) return say.states.disabled
  return activated ? say.states.active : say.states.invited
}

interface Props {
  city: City
  typed: Record<string, string>
  errors: FieldError[]
}

/** Role and, where it needs one, agency. */
export const RolePair = ({ city, typed, errors }: Props) => (
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
