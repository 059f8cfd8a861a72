import type { City } from '../../domain/city/city.ts'
import type { HeldRole, ListedPerson } from '../../domain/people/listed-person.ts'
import { build, patterns } from '../../paths.ts'
import { people as say } from '../../words/id/people.ts'
import { HiddenToken, Pick } from '../components/fields.tsx'
import { Button, ErrorSummary, type FieldError, KeyValues, Notice } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { RolePair, roleText, stateOf } from './role-pair.tsx'

interface Props {
  token: string
  city: City
  /** Whether one looks at oneself. */
  mine: boolean
  person: ListedPerson
  typed: Record<string, string>
  errors: FieldError[]
  /** What was just done. */
  news: string | null
}

/** One person: roles, and what an administrator may change about them. */
export function PersonPage(props: Props) {
  return (
    <>
      <p>
        <a href={patterns.staffList}>‹ {say.back}</a>
      </p>
      <h1>{props.person.name}</h1>
      <News news={props.news} />
      <ErrorSummary errors={props.errors} />
      <KeyValues
        rows={[
          [say.email, props.person.email],
          [say.state, stateOf(props.person)],
        ]}
      />
      {props.person.disabled ? (
        <Disabled id={props.person.id} token={props.token} />
      ) : (
        <Forms {...props} />
      )}
    </>
  )
}

function News({ news }: { news: string | null }) {
  if (news === null) return null
  if (news !== 'tidak-terkirim') return <Done said={say.done[news] ?? null} undo={null} />
  return (
    <Notice tone="late">
      <p role="alert">{say.done[news]}</p>
    </Notice>
  )
}

function Forms(props: Props) {
  const { token, person, mine } = props
  const { id } = person
  return (
    <>
      <h2>{say.rolesNow}</h2>
      <Roles {...props} />
      <h2>{say.addTitle}</h2>
      <form method="post" action={build('staffRole', { id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <div class="pair">
          <RolePair {...props} />
        </div>
        <Button line>{say.add}</Button>
      </form>
      <h2>{say.againTitle}</h2>
      <form method="post" action={build('staffInvite', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{say.againHint}</p>
        <Button line>{say.again}</Button>
      </form>
      {!mine && <Disable id={id} token={token} />}
    </>
  )
}

function Roles({ person, city, token, mine }: Props) {
  return person.roles.length === 0 ? (
    <p>{say.noRole}</p>
  ) : (
    <>
      <table>
        <tbody>
          {person.roles.map((held) => (
            <tr>
              <td>{roleText(city, held)}</td>
              <td class="n">
                {!(mine && held.role === 'admin') && (
                  <End id={person.id} held={held} city={city} token={token} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{say.endHint}</p>
    </>
  )
}

function End(props: { id: string; held: HeldRole; city: City; token: string }) {
  return (
    <form method="post" action={build('staffRoleEnd', { id: props.id })}>
      <HiddenToken name="sesi" value={props.token} />
      <HiddenToken name="peran" value={props.held.role} />
      <HiddenToken name="opd" value={String(props.held.agencyId ?? 0)} />
      <Button line>
        {say.end}
        <span class="sr"> {roleText(props.city, props.held)}</span>
      </Button>
    </form>
  )
}

function Disable({ id, token }: { id: string; token: string }) {
  return (
    <>
      <h2>{say.disableTitle}</h2>
      <form method="post" action={build('staffDisable', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{say.disableHint}</p>
        <Pick type="checkbox" id="yakin" name="yakin" value="ya" label={say.disableSure} required />
        <Button line>{say.disable}</Button>
      </form>
    </>
  )
}

function Disabled({ id, token }: { id: string; token: string }) {
  return (
    <>
      <Notice tone="wait">
        <p>{say.disabledNote}</p>
      </Notice>
      <form method="post" action={build('staffEnable', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{say.enableHint}</p>
        <Button line>{say.enable}</Button>
      </form>
    </>
  )
}
