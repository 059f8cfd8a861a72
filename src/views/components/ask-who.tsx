import type { FieldError } from '../../forms/field-error.ts'
import { AGAIN, type Secret } from '../../forms/kept.ts'
import type { Words } from '../../words/words.ts'
import { Field } from './fields.tsx'
import { errorFor } from './parts.tsx'

interface Props {
  t: Words
  errors?: FieldError[]
}

/** The key of the report that a form is about; one that was sent is never put back. */
export function AskKey({ t, errors = [] }: Props) {
  return (
    <Field
      t={t}
      name={AGAIN.key}
      label={t.track.key}
      hint={t.track.keyHint}
      error={errorFor(errors, AGAIN.key)}
      autocomplete="off"
      look="code"
      required
    />
  )
}

interface PersonProps extends Props {
  email?: string | undefined
}

/** Six digits of an app; or a recovery code, which has letters. */
export function CodeField({ t, name, errors = [] }: Props & { name: string }) {
  return (
    <Field
      t={t}
      name={name}
      label={t.session.code}
      hint={t.session.codeHint}
      error={errorFor(errors, name)}
      autocomplete="one-time-code"
      look="code"
      required
    />
  )
}

export function AskPassword({ t, errors = [], email }: PersonProps) {
  return (
    <>
      <Field
        t={t}
        type="email"
        name={AGAIN.email}
        label={t.session.email}
        value={email}
        error={errorFor(errors, AGAIN.email)}
        autocomplete="username"
        inputmode="email"
        required
      />
      <PasswordField t={t} errors={errors} />
    </>
  )
}

export function PasswordField({ t, errors = [] }: Props) {
  return (
    <Field
      t={t}
      type="password"
      name={AGAIN.password}
      label={t.session.password}
      error={errorFor(errors, AGAIN.password)}
      autocomplete="current-password"
      required
    />
  )
}

/** What the form itself asked for, and no page of ours holds. */
export function AskSecret({ t, name }: { t: Words; name: Secret }) {
  if (name === 'angka') return <CodeField t={t} name={name} />
  const labels = { kode: t.track.key, sandi: t.session.password, ulangi: t.session.repeat }
  const isKey = name === 'kode'
  return (
    <Field
      t={t}
      type={isKey ? 'text' : 'password'}
      name={name}
      label={labels[name]}
      autocomplete="off"
      look={isKey ? 'code' : undefined}
      required
    />
  )
}
