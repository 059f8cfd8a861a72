import type { ListedPerson } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, errorFor } from '../components/parts.tsx'
import { ReasonField } from './reason-field.tsx'

interface Props {
  t: Words
  token: string
  person: ListedPerson
  waitingEmail: string | null
  mine: boolean
  typed: Record<string, string>
  errors: FieldError[]
}

/** Each form carries what it read, so that two administrators do not overrun each other. */
export function Corrections(props: Props) {
  return (
    <>
      <Name {...props} />
      <Email {...props} />
      {props.person.second && !props.mine && <Second {...props} />}
    </>
  )
}

function Name(props: Props) {
  const { t, token, person, typed, errors } = props
  return (
    <>
      <h2>{t.people.nameTitle}</h2>
      <form method="post" action={build('staffName', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <input type="hidden" name="nama_lama" value={person.name} />
        <Field
          t={t}
          name="nama"
          label={t.people.name}
          hint={t.people.renameHint}
          required
          autocomplete="off"
          value={typed.nama ?? person.name}
          error={errorFor(errors, 'nama')}
        />
        <ReasonField {...props} name="alasan_nama" />
        <Button line>{t.people.rename}</Button>
      </form>
    </>
  )
}

function Email(props: Props) {
  const { t, token, person, waitingEmail, typed, errors } = props
  return (
    <>
      <h2>{t.people.emailTitle}</h2>
      {waitingEmail && (
        <p class="hint">
          {t.people.emailWaits(waitingEmail)} <a href={patterns.grants}>{t.people.seeWaiting}</a>
        </p>
      )}
      <form method="post" action={build('staffEmail', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <input type="hidden" name="email_lama" value={person.email} />
        <Field
          t={t}
          name="email"
          type="email"
          label={t.people.newEmail}
          hint={t.people.emailHint}
          required
          inputmode="email"
          autocomplete="off"
          value={typed.email}
          error={errorFor(errors, 'email')}
        />
        <ReasonField {...props} name="alasan_email" />
        <p class="hint">{t.people.emailTold}</p>
        <p class="hint">{t.people.needsTwo}</p>
        <Button line>{t.people.changeEmail}</Button>
      </form>
    </>
  )
}

function Second(props: Props) {
  const { t, token, person } = props
  return (
    <>
      <h2>{t.people.secondTitle}</h2>
      <form method="post" action={build('staffSecond', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.secondHint}</p>
        <ReasonField {...props} name="alasan_langkah" />
        <Button line>{t.people.secondReset}</Button>
      </form>
    </>
  )
}
