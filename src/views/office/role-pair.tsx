import { agencyById, type City } from '../../domain/city/city.ts'
import { ROLES } from '../../domain/people/actor.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { Select } from '../components/fields.tsx'
import { errorFor } from '../components/parts.tsx'

/** 'Petugas OPD, Dishub', and where that is in use no more, it says so. */
export function roleText(t: Words, city: City, { role, agencyId }: HeldRole): string {
  const agency = agencyById(city, agencyId)
  const retired = agency?.active === false && t.settings.retired.toLowerCase()
  return [t.people.roles[role], agency?.shortName, retired].filter(Boolean).join(', ')
}

export function stateOf(
  t: Words,
  { disabled, activated }: { disabled: boolean; activated: boolean },
) {
  if (disabled) return t.people.states.disabled
  return activated ? t.people.states.active : t.people.states.invited
}

interface Props {
  city: City
  typed: Record<string, string>
  errors: FieldError[]
}

export function RolePair({ t, city, typed, errors }: Props & { t: Words }) {
  return (
    <>
      <Select
        t={t}
        name="peran"
        label={t.people.role}
        blank={t.people.chooseRole}
        required
        value={typed.peran}
        error={errorFor(errors, 'peran')}
        options={ROLES.map((value) => ({ value, label: t.people.roles[value] }))}
      />
      <Select
        t={t}
        name="opd"
        label={t.people.agency}
        hint={t.people.agencyHint}
        blank={t.people.chooseAgency}
        value={typed.opd}
        error={errorFor(errors, 'opd')}
        options={city.agencies
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
