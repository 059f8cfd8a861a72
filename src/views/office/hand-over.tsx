import { agencyById, type City } from '../../domain/city/city.ts'
import type { OpenWork } from '../../domain/people/hand-over.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { Select } from '../components/fields.tsx'
import { errorFor } from '../components/parts.tsx'

/** By which somebody leaves all their work, or that of one role. */
export type HandOverForm = 'serah' | 'serah_akhir'

export function handOverField(form: HandOverForm, agencyId: number): string {
  return `${form}_${agencyId}`
}

interface Props {
  t: Words
  city: City
  work: OpenWork[]
  typed: Record<string, string>
  errors: FieldError[]
  form: HandOverForm
}

/** Who takes on the open work, one choice for each agency. */
export function HandOverFields({ t, city, work, typed, errors, form }: Props) {
  return (
    <>
      {work.map(({ agencyId, cases, waiting, colleagues }) => {
        const name = handOverField(form, agencyId)
        return (
          <Select
            t={t}
            name={name}
            label={t.people.handOver(agencyById(city, agencyId)?.shortName ?? '')}
            hint={t.people.openWork(cases, waiting)}
            blank={t.people.toLiaisons}
            value={typed[name]}
            error={errorFor(errors, name)}
            options={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )
      })}
    </>
  )
}
