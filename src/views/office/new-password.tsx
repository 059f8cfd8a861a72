import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { Field } from '../components/fields.tsx'
import { errorFor } from '../components/parts.tsx'

/** Typed twice; `email` lets a password manager file it under its account. */
export function NewPassword(props: {
  t: Words
  email: string
  least: number
  errors: FieldError[]
}) {
  const { t } = props
  return (
    <>
      <input type="hidden" name="username" autocomplete="username" value={props.email} />
      <Field
        t={t}
        type="password"
        name="sandi"
        label={t.session.newPassword}
        hint={t.session.newPasswordHint(props.least)}
        error={errorFor(props.errors, 'sandi')}
        autocomplete="new-password"
        required
      />
      <Field
        t={t}
        type="password"
        name="ulangi"
        label={t.session.repeat}
        error={errorFor(props.errors, 'ulangi')}
        autocomplete="new-password"
        required
      />
    </>
  )
}
