import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { Field } from '../components/fields.tsx'
import { errorFor } from '../components/parts.tsx'

interface Props {
  t: Words
  name: string
  typed: Record<string, string>
  errors: FieldError[]
}

/** Why somebody's rights change; each form of a page has a name of its own. */
export function ReasonField({ t, name, typed, errors }: Props) {
  return (
    <Field
      t={t}
      name={name}
      label={t.people.reason}
      hint={t.people.reasonHint}
      required
      autocomplete="off"
      value={typed[name]}
      error={errorFor(errors, name)}
    />
  )
}
