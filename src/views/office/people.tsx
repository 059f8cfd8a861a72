import type { City } from '../../domain/city/city.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import { build, patterns } from '../../paths.ts'
import { people as say } from '../../words/id/people.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, type FieldError } from '../components/parts.tsx'
import { ListPager } from '../desk/rows.tsx'
import { RolePair, roleText, stateOf } from './role-pair.tsx'

interface Props {
  token: string
  city: City
  /** Id of whoever looks. */
  me: string
  people: ListedPerson[]
  typed: Record<string, string>
  errors: FieldError[]
  /** Whose address was typed again. */
  known: string | null
  first: string | null
  next: string | null
}

/** Everybody on the staff, by name, and the form that invites another. */
export function PeoplePage(props: Props) {
  return (
    <>
      <h1>{say.title}</h1>
      <p class="soft">{say.lead}</p>
      <ErrorSummary errors={props.errors} />
      {props.known && (
        <p>
          <a href={build('staffPerson', { id: props.known })}>{say.openKnown}</a>
        </p>
      )}
      <details open={props.errors.length > 0}>
        <summary>{say.inviteTitle}</summary>
        <Invite {...props} />
      </details>
      {props.people.length === 0 ? <p>{say.none}</p> : <People {...props} />}
      <ListPager first={props.first} next={props.next} />
    </>
  )
}

function Invite({ token, city, typed, errors }: Props) {
  return (
    <form method="post" action={patterns.staffList} class="wide">
      <p class="hint">{say.inviteLead}</p>
      <HiddenToken name="sesi" value={token} />
      <div class="pair">
        <Field
          name="nama"
          label={say.name}
          required
          maxlength={120}
          autocomplete="off"
          value={typed.nama}
          error={errorFor(errors, 'nama')}
        />
        <Field
          name="email"
          type="email"
          label={say.email}
          required
          inputmode="email"
          maxlength={254}
          autocomplete="off"
          value={typed.email}
          error={errorFor(errors, 'email')}
        />
        <RolePair city={city} typed={typed} errors={errors} />
      </div>
      <Button>{say.inviteSend}</Button>
    </form>
  )
}

function People({ people, city, me }: Props) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>{say.name}</th>
            <th>{say.role}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr>
              <td>
                <a href={build('staffPerson', { id: person.id })}>{person.name}</a>
                {person.id === me && ` (${say.you})`}
                <br />
                <span class="hint">{person.email}</span>
                {stateOf(person) !== say.states.active && (
                  <>
                    <br />
                    <b class="hint">{stateOf(person)}</b>
                  </>
                )}
              </td>
              <td>{person.roles.map((held) => roleText(city, held)).join(' · ') || say.noRole}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
