import type { FieldError } from '../../forms/field-error.ts'
import { PASSKEY } from '../../forms/kept.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary } from '../components/parts.tsx'
import { KeyButton } from './key-button.tsx'

/** Asks who is there first, so that no key is made in vain. */
export function PasskeySetup(props: {
  t: Words
  token: string
  /** What the browser is asked; null before they showed that it is them. */
  ask: object | null
  name: string
  errors: FieldError[]
}) {
  const { t, ask } = props
  return (
    <>
      <p>
        <a href={patterns.account}>‹ {t.account.title}</a>
      </p>
      <h1>{t.account.keyTitle}</h1>
      <p class="lead">{t.account.keyWhat}</p>
      <p>{t.account.keyUse}</p>
      <ErrorSummary t={t} errors={props.errors} />
      <form method="post" action={patterns.accountKey} class="wide">
        <HiddenToken name="sesi" value={props.token} />
        {ask ? (
          <>
            <Field
              t={t}
              name="nama"
              label={t.account.keyName}
              hint={t.account.keyNameHint}
              value={props.name}
              autocomplete="off"
              optional
            />
            <KeyButton t={t} name={PASSKEY} ask={ask} label={t.account.keyMake} plain only />
          </>
        ) : (
          <>
            <p>{t.account.keyFirst}</p>
            <Button>{t.session.proofSubmit}</Button>
          </>
        )}
      </form>
    </>
  )
}
