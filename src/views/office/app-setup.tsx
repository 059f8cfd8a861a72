import type { FieldError } from '../../forms/field-error.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import { Qr } from '../components/qr.tsx'

/** An authenticator app learns its secret, by the camera or typed, and shows that it did. */
export function AppSetup(props: {
  t: Words
  token: string
  round: string
  /** By when it has to be there; null where it need not. */
  by: number | null
  over: boolean
  /** otpauth:… */
  uri: string
  errors: FieldError[]
}) {
  const { t, uri, errors } = props
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <>
      <p>
        <a href={patterns.account}>‹ {t.account.title}</a>
      </p>
      <h1>{t.account.appTitle}</h1>
      {props.by !== null && (
        <Notice tone="wait">
          <p>{props.over ? t.account.secondOver : t.account.secondDue(t.longMoment(props.by))}</p>
          <p>{t.account.secondWhy}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={errors} />
      <p>{t.account.appScan}</p>
      <div class="qr">
        <Qr text={uri} />
      </div>
      <p>
        <a href={uri}>{t.account.appHere}</a>
      </p>
      <p>
        {t.account.appType} <code class="wrap">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <form method="post" action={patterns.accountApp} class="wide">
        <HiddenToken name="sesi" value={props.token} />
        <HiddenToken name="putaran" value={props.round} />
        <Field
          t={t}
          name="angka"
          label={t.account.appCode}
          hint={t.account.appCodeHint}
          error={errorFor(errors, 'angka')}
          autocomplete="one-time-code"
          inputmode="numeric"
          look="short"
          required
        />
        <Button>{t.account.appConfirm}</Button>
      </form>
      <p>
        <a href={patterns.accountKey}>{t.account.keyInstead}</a>
      </p>
    </>
  )
}
