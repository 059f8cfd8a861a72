import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button, ButtonLink } from '../components/parts.tsx'

export interface SecondFactorsProps {
  token: string
  factors: {
    id: string
    name: string
    isKey: boolean
    since: number
    used: number | null
    /** What is to be known of it. */
    note: string | null
  }[]
  hasApp: boolean
  codesLeft: number
}

export function SecondFactors(props: SecondFactorsProps & { t: Words }) {
  const { t, token, factors } = props
  return (
    <>
      <h2 id="langkah-kedua">{t.account.secondTitle}</h2>
      <p class="hint">{t.account.secondLead}</p>
      {factors.length === 0 && <p>{t.account.secondNone}</p>}
      {factors.map(({ id, name, isKey, since, used, note }) => (
        <form method="post" action={patterns.accountFactorEnd}>
          <HiddenToken name="sesi" value={token} />
          <HiddenToken name="faktor" value={id} />
          <p>
            <b>{name}</b> {isKey && name !== t.account.key && `(${t.account.key})`} ·{' '}
            {t.account.since(t.moment(since), used && t.moment(used))}{' '}
            <button class="link" type="submit">
              {t.account.remove}
            </button>
          </p>
          {note && <p class="hint">{note}</p>}
        </form>
      ))}
      <p>
        <ButtonLink href={patterns.accountApp} line>
          {props.hasApp ? t.account.appAgain : t.account.appAdd}
        </ButtonLink>
      </p>
      <p>
        <ButtonLink href={patterns.accountKey} line>
          {t.account.keyAdd}
        </ButtonLink>
      </p>
      {factors.length > 0 && (
        <form method="post" action={patterns.accountCodes}>
          <HiddenToken name="sesi" value={token} />
          <p>{t.account.codesLeft(props.codesLeft)}</p>
          <Button line>{t.account.codesRenew}</Button>
        </form>
      )}
    </>
  )
}
