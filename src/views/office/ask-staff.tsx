import type { FieldError } from '../../forms/field-error.ts'
import { AGAIN } from '../../forms/kept.ts'
import type { Words } from '../../words/words.ts'
import { AskPassword, CodeField, PasswordField } from '../components/ask-who.tsx'
import { HiddenToken } from '../components/fields.tsx'
import { ShowKey } from './show-key.tsx'

interface Props {
  t: Words
  errors?: FieldError[]
  email?: string | undefined
}

/** Who it is, by address and password or by a passkey. */
export function AskPerson(props: Props) {
  return (
    <>
      <AskPassword {...props} />
      <ShowKey t={props.t} name={AGAIN.passkey} alone />
    </>
  )
}

/** The session stands, and the step asks for the password all the same. */
export function AskProof({ t, errors = [], email = '' }: Props) {
  return (
    <>
      <HiddenToken name={AGAIN.proof} value="ya" />
      <HiddenToken name={AGAIN.email} value={email} />
      <PasswordField t={t} errors={errors} />
    </>
  )
}

/** The session stands, and its second step is asked for. */
export function AskSecond(props: Props & { token?: string; hasKey?: boolean }) {
  const { t, errors, token } = props
  return (
    <>
      {token && <HiddenToken name="sesi" value={token} />}
      <CodeField t={t} name={AGAIN.code} errors={errors} />
      {props.hasKey && <ShowKey t={t} name={AGAIN.passkey} />}
    </>
  )
}
