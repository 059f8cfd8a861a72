import type { City } from '../../domain/city/city.ts'
import type { HeldRole, ListedPerson } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken, Pick } from '../components/fields.tsx'
import { Button, ErrorSummary, KeyValues, Notice } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { RolePair, roleText, stateOf } from './role-pair.tsx'

interface Props {
  token: string
  city: City
  mine: boolean
  person: ListedPerson
  typed: Record<string, string>
  errors: FieldError[]
  news: string | null
}

export function PersonPage(props: Props & { t: Words }) {
  const { t } = props
  return (
    <>
      <p>
        <a href={patterns.staffList}>‹ {t.people.back}</a>
      </p>
      <h1>{props.person.name}</h1>
      <News t={t} news={props.news} />
      <ErrorSummary t={t} errors={props.errors} />
      <KeyValues
        rows={[
          [t.people.email, props.person.email],
          [t.people.state, stateOf(t, props.person)],
        ]}
      />
      {props.person.disabled ? (
        <Disabled t={t} id={props.person.id} token={props.token} />
      ) : (
        <Forms {...props} />
      )}
    </>
  )
}

function News({ t, news }: { t: Words; news: string | null }) {
  if (news === null) return null
  if (news !== 'tidak-terkirim')
    return <Done t={t} said={t.people.done[news] ?? null} undo={null} />
  return (
    <Notice tone="late">
      <p role="alert">{t.people.done[news]}</p>
    </Notice>
  )
}

function Forms(props: Props & { t: Words }) {
  const { t } = props
  const { token, person, mine } = props
  const { id } = person
  return (
    <>
      <h2>{t.people.rolesNow}</h2>
      <Roles {...props} />
      <h2>{t.people.addTitle}</h2>
      <form method="post" action={build('staffRole', { id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <div class="pair">
          <RolePair {...props} />
        </div>
        <Button line>{t.people.add}</Button>
      </form>
      <h2>{t.people.againTitle}</h2>
      <form method="post" action={build('staffInvite', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.againHint}</p>
        <Button line>{t.people.again}</Button>
      </form>
      {!mine && <Disable t={t} id={id} token={token} />}
    </>
  )
}

function Roles({ t, person, city, token, mine }: Props & { t: Words }) {
  return person.roles.length === 0 ? (
    <p>{t.people.noRole}</p>
  ) : (
    <>
      <table>
        <tbody>
          {person.roles.map((held) => (
            <tr>
              <td>{roleText(t, city, held)}</td>
              <td class="n">
                {!(mine && held.role === 'admin') && (
                  <End t={t} id={person.id} held={held} city={city} token={token} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{t.people.endHint}</p>
    </>
  )
}

function End(props: { t: Words; id: string; held: HeldRole; city: City; token: string }) {
  const { t } = props
  return (
    <form method="post" action={build('staffRoleEnd', { id: props.id })}>
      <HiddenToken name="sesi" value={props.token} />
      <HiddenToken name="peran" value={props.held.role} />
      <HiddenToken name="opd" value={String(props.held.agencyId ?? 0)} />
      <Button line>
        {t.people.end}
        <span class="sr"> {roleText(t, props.city, props.held)}</span>
      </Button>
    </form>
  )
}

function Disable({ t, id, token }: { t: Words; id: string; token: string }) {
  return (
    <>
      <h2>{t.people.disableTitle}</h2>
      <form method="post" action={build('staffDisable', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.disableHint}</p>
        <Pick
          type="checkbox"
          id="yakin"
          name="yakin"
          value="ya"
          label={t.people.disableSure}
          required
        />
        <Button line>{t.people.disable}</Button>
      </form>
    </>
  )
}

function Disabled({ t, id, token }: { t: Words; id: string; token: string }) {
  return (
    <>
      <Notice tone="wait">
        <p>{t.people.disabledNote}</p>
      </Notice>
      <form method="post" action={build('staffEnable', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.enableHint}</p>
        <Button line>{t.people.enable}</Button>
      </form>
    </>
  )
}
