import type { City } from '../../domain/city/city.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ButtonLink, ErrorSummary, errorFor } from '../components/parts.tsx'
import { ListPager } from '../desk/rows.tsx'
import { FindPeople, type Sought } from './find-people.tsx'
import { ReasonField } from './reason-field.tsx'
import { RolePair, roleText, stateOf } from './role-pair.tsx'

interface Props {
  token: string
  city: City
  /** Id of whoever looks. */
  me: string
  people: ListedPerson[]
  sought: Sought
  tooShort: boolean
  typed: Record<string, string>
  errors: FieldError[]
  /** Whose address was typed again. */
  known: string | null
  first: string | null
  next: string | null
}

export function PeoplePage(props: Props & { t: Words }) {
  const { t } = props
  return (
    <>
      <h1>{t.people.title}</h1>
      <p class="soft">{t.people.lead}</p>
      <ErrorSummary t={t} errors={props.errors} />
      {props.known && (
        <p>
          <a href={build('staffPerson', { id: props.known })}>{t.people.openKnown}</a>
        </p>
      )}
      <details open={props.errors.length > 0}>
        <summary>{t.people.inviteTitle}</summary>
        <Invite {...props} />
      </details>
      <p class="acts">
        <ButtonLink line href={build('settingImport', { bagian: 'staf' })}>
          {t.people.inviteMany}
        </ButtonLink>{' '}
        <ButtonLink line href={build('settingTable', { bagian: 'staf' })}>
          {t.settings.table}
        </ButtonLink>
      </p>
      <FindPeople {...props} />
      {props.people.length > 0 && <People {...props} />}
      {props.people.length === 0 && (
        <p>
          {Object.values({ ...props.sought }).some(Boolean) ? t.people.noneFound : t.people.none}
        </p>
      )}
      <ListPager t={t} first={props.first} next={props.next} />
    </>
  )
}

function Invite({ t, token, city, typed, errors }: Props & { t: Words }) {
  return (
    <form method="post" action={patterns.staffList} class="wide">
      <p class="hint">{t.people.inviteLead}</p>
      <HiddenToken name="sesi" value={token} />
      <div class="pair">
        <Field
          t={t}
          name="nama"
          label={t.people.name}
          required
          autocomplete="off"
          value={typed.nama}
          error={errorFor(errors, 'nama')}
        />
        <Field
          t={t}
          name="email"
          type="email"
          label={t.people.email}
          required
          inputmode="email"
          autocomplete="off"
          value={typed.email}
          error={errorFor(errors, 'email')}
        />
        <RolePair t={t} city={city} typed={typed} errors={errors} />
      </div>
      <ReasonField t={t} name="alasan" typed={typed} errors={errors} />
      <p class="hint">{t.people.needsTwo}</p>
      <Button>{t.people.inviteSend}</Button>
    </form>
  )
}

function People({ t, people, city, me }: Props & { t: Words }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>{t.people.name}</th>
            <th>{t.people.role}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr>
              <td>
                <a href={build('staffPerson', { id: person.id })}>{person.name}</a>
                {person.id === me && ` (${t.people.you})`}
                <br />
                <span class="hint mail">{person.email}</span>
                {person.signedInAt !== null && (
                  <>
                    <br />
                    <span class="hint">
                      {t.people.lastSignIn}: {t.moment(person.signedInAt)}
                    </span>
                  </>
                )}
                {stateOf(t, person) !== t.people.states.active && (
                  <>
                    <br />
                    <b class="hint">{stateOf(t, person)}</b>
                  </>
                )}
              </td>
              <td>
                {person.roles.map((held) => roleText(t, city, held)).join(' · ') || t.people.noRole}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
