import type { FieldError } from '../../forms/field-error.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary, KeyValues } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { NewPassword } from './new-password.tsx'
import { SecondFactors, type SecondFactorsProps } from './second-factors.tsx'

export interface AccountProps extends SecondFactorsProps {
  name: string
  email: string
  least: number
  sessions: { id: string; began: number; used: number; mine: boolean }[]
  errors: FieldError[]
  said: string | null
}

export function AccountPage(props: AccountProps & { t: Words }) {
  const { t, token } = props
  return (
    <>
      <h1>{t.account.title}</h1>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      <KeyValues
        rows={[
          [t.account.name, props.name],
          [t.account.email, props.email],
        ]}
      />
      <p class="hint">{t.account.nameHint}</p>
      <SecondFactors {...props} />
      <h2>{t.account.passwordTitle}</h2>
      <form method="post" action={patterns.accountPassword} class="wide">
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.account.passwordHint}</p>
        <NewPassword {...props} />
        <Button line>{t.session.setSubmit}</Button>
      </form>
      <Sessions {...props} />
    </>
  )
}

function Sessions({ t, token, sessions }: AccountProps & { t: Words }) {
  return (
    <>
      <h2>{t.account.sessionsTitle}</h2>
      <p class="hint">{t.account.sessionsLead}</p>
      {sessions.map(({ id, began, used, mine }) =>
        mine ? (
          <p>
            {t.account.session(t.longMoment(began), t.moment(used))} <b>{t.account.thisOne}</b>
          </p>
        ) : (
          <form method="post" action={build('accountSession', { id })}>
            <HiddenToken name="sesi" value={token} />
            <p>
              {t.account.session(t.longMoment(began), t.moment(used))}{' '}
              <button class="link" type="submit">
                {t.account.end}
              </button>
            </p>
          </form>
        ),
      )}
      <form method="post" action={patterns.signOutEverywhere} data-leaves>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.account.everywhereHint}</p>
        <Button line>{t.session.everywhere}</Button>
      </form>
    </>
  )
}
