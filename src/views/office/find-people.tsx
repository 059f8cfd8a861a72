import type { City } from '../../domain/city/city.ts'
import { ROLES } from '../../domain/people/actor.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, Select } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'

/** As it was typed. */
export interface Sought {
  cari: string
  di_opd: string
  sebagai: string
  akun: string
}

interface Props {
  t: Words
  city: City
  sought: Sought
  /** What was typed is too short to be looked for. */
  tooShort: boolean
}

/** Of every agency: people are still theirs where it is not active any more. */
export function FindPeople({ t, city, sought, tooShort }: Props) {
  return (
    <form method="get" action={patterns.staffList} class="wide">
      <Field
        t={t}
        name="cari"
        label={t.people.find}
        hint={t.people.findHint}
        autocomplete="off"
        value={sought.cari}
        error={tooShort ? t.people.findShort : undefined}
      />
      <div class="pair">
        <Select
          t={t}
          name="di_opd"
          label={t.people.agency}
          blank={t.people.any}
          value={sought.di_opd}
          options={city.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          t={t}
          name="sebagai"
          label={t.people.role}
          blank={t.people.any}
          value={sought.sebagai}
          options={ROLES.map((value) => ({ value, label: t.people.roles[value] }))}
        />
        <Select
          t={t}
          name="akun"
          label={t.people.state}
          blank={t.people.any}
          value={sought.akun}
          options={[
            { value: 'aktif', label: t.people.states.active },
            { value: 'nonaktif', label: t.people.states.disabled },
          ]}
        />
      </div>
      <Button line>{t.people.findDo}</Button>
    </form>
  )
}
