import type { City } from '../../domain/city/city.ts'
import type { OpenWork } from '../../domain/people/hand-over.ts'
import type { HeldRole, ListedPerson } from '../../domain/people/listed-person.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken, Pick, Select } from '../components/fields.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { Button, ErrorSummary, errorFor, KeyValues, Notice } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { HandOverFields } from './hand-over.tsx'
import { Corrections } from './person-corrections.tsx'
import { type PersonSession, Sessions } from './person-sessions.tsx'
import { ReasonField } from './reason-field.tsx'
import { RolePair, roleText, stateOf } from './role-pair.tsx'

interface Props {
  token: string
  city: City
  mine: boolean
  person: ListedPerson
  /** Roles that wait for a second person's yes. */
  waiting: HeldRole[]
  /** How the roles stood when the page was read. */
  rolesRead: string
  /** Written in a form that is not here any more. */
  words: readonly string[]
  /** Where they are signed in now, the newest first. */
  sessions: PersonSession[]
  /** What they hold, by agency. */
  work: OpenWork[]
  /** The address that waits for one. */
  waitingEmail: string | null
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
      <KeptWords t={t} words={props.words} />
      <KeyValues
        rows={[
          [t.people.email, props.person.email],
          [t.people.state, stateOf(t, props.person)],
          props.person.signedInAt !== null && [
            t.people.lastSignIn,
            t.moment(props.person.signedInAt),
          ],
        ]}
      />
      {props.person.disabled ? <Disabled {...props} /> : <Forms {...props} />}
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
  const { t, token, person, mine } = props
  const { id } = person
  return (
    <>
      <h2>{t.people.rolesNow}</h2>
      <Roles {...props} />
      {!mine && <Add {...props} />}
      <Corrections {...props} />
      <h2>{t.people.againTitle}</h2>
      <form method="post" action={build('staffInvite', { id })}>
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.againHint}</p>
        <Button line>{t.people.again}</Button>
      </form>
      <Sessions {...props} />
      {!mine && <Disable {...props} />}
    </>
  )
}

function Add(props: Props & { t: Words }) {
  const { t, token, person } = props
  return (
    <>
      <h2>{t.people.addTitle}</h2>
      <form method="post" action={build('staffRole', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <input type="hidden" name="peran_lama" value={props.rolesRead} />
        <div class="pair">
          <RolePair {...props} />
        </div>
        <ReasonField {...props} name="alasan" />
        <p class="hint">{t.people.needsTwo}</p>
        <Button line>{t.people.add}</Button>
      </form>
    </>
  )
}

function Roles(props: Props & { t: Words }) {
  const { t, person, waiting, city, mine } = props
  // the own administration is for somebody else to end
  const ending = person.roles.filter(({ role }) => !(mine && role === 'admin'))
  return (
    <>
      <p>{person.roles.map((held) => roleText(t, city, held)).join(' · ') || t.people.noRole}</p>
      {waiting.map((held) => (
        <p class="hint">
          {t.people.waits(roleText(t, city, held))}{' '}
          <a href={patterns.grants}>{t.people.seeWaiting}</a>
        </p>
      ))}
      {ending.length > 0 && <End {...props} ending={ending} />}
    </>
  )
}

function End(props: Props & { t: Words; ending: HeldRole[] }) {
  const { t, person, city, token, typed, errors } = props
  return (
    <>
      <h2>{t.people.endTitle}</h2>
      <form method="post" action={build('staffRoleEnd', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <input type="hidden" name="peran_lama" value={props.rolesRead} />
        <Select
          t={t}
          name="peran_akhir"
          label={t.people.endRole}
          hint={t.people.endHint}
          blank={t.people.chooseRole}
          required
          value={typed.peran_akhir}
          error={errorFor(errors, 'peran_akhir')}
          options={props.ending.map((held) => ({
            value: `${held.role}:${held.agencyId ?? 0}`,
            label: roleText(t, city, held),
          }))}
        />
        <HandOverFields {...props} form="serah_akhir" />
        <ReasonField {...props} name="alasan_akhir" />
        <Button line>{t.people.end}</Button>
      </form>
    </>
  )
}

function Disable(props: Props & { t: Words }) {
  const { t, person, token } = props
  return (
    <>
      <h2>{t.people.disableTitle}</h2>
      <form method="post" action={build('staffDisable', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.disableHint}</p>
        <HandOverFields {...props} form="serah" />
        <ReasonField {...props} name="alasan_nonaktif" />
        <Pick
          type="checkbox"
          id="yakin"
          name="yakin"
          value="ya"
          label={t.people.disableSure}
          checked={props.typed.yakin === 'ya'}
          error={errorFor(props.errors, 'yakin')}
          required
        />
        <Button line>{t.people.disable}</Button>
      </form>
    </>
  )
}

function Disabled(props: Props & { t: Words }) {
  const { t, person, token, work } = props
  const cases = work.reduce((sum, one) => sum + one.cases, 0)
  return (
    <>
      <Notice tone="wait">
        <p>{t.people.disabledNote}</p>
        {cases > 0 && <p>{t.people.handingOver(cases)}</p>}
      </Notice>
      <form method="post" action={build('staffEnable', { id: person.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.people.enableHint}</p>
        <ReasonField {...props} name="alasan_aktif" />
        <Button line>{t.people.enable}</Button>
      </form>
    </>
  )
}
