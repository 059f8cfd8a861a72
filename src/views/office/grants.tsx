import type { City } from '../../domain/city/city.ts'
import type { Role } from '../../domain/people/actor.ts'
import type { RightsChange } from '../../domain/people/grants.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { RegisterTable } from './register-parts.tsx'
import { roleText } from './role-pair.tsx'

interface Asked {
  id: number
  person: string
  email: string
  reason: string
  asker: string
  askedAt: number
  ripensAt: number | null
  expiresAt: number
  /** What whoever looks may do with it; 'own' may take it back. */
  may: 'answer' | 'own' | 'refuse' | 'for_you' | 'look_on'
}

export interface Waiting extends Asked {
  role: Role
  agencyId: number | null
}

/** `email`: the new one. */
interface AskedEmail extends Asked {
  previous: string
}

/** A setting; other fields that were typed are in already. */
interface AskedSetting extends Omit<Asked, 'person' | 'email' | 'reason'> {
  where: string
  changes: string[]
}

interface Entry {
  at: number
  did: RightsChange
  by: string
  actor: string | null
  person: string | null
  role: Role | null
  agencyId: number | null
  reason: string
  detail: string | null
}

interface Props {
  token: string
  city: City
  waiting: Waiting[]
  emails: AskedEmail[]
  resets: Asked[]
  settings: AskedSetting[]
  /** Null: not for whoever looks. */
  entries: Entry[] | null
  older: string | null
  typed: Record<string, string>
  errors: FieldError[]
  said: string | null
}

export function GrantsPage(props: Props & { t: Words }) {
  const { t, city, entries, older } = props
  return (
    <>
      <h1>{t.grants.title}</h1>
      <p class="soft">{t.grants.lead}</p>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      <h2>{t.grants.waiting}</h2>
      {[props.waiting, props.emails, props.resets, props.settings].flat().length === 0 && (
        <p>{t.grants.none}</p>
      )}
      {props.waiting.map((grant) => (
        <Grant {...props} grant={grant} />
      ))}
      {props.emails.map((change) => (
        <Email {...props} change={change} />
      ))}
      {props.resets.map((asked) => (
        <Reset {...props} asked={asked} />
      ))}
      {props.settings.map((ask) => (
        <Setting {...props} ask={ask} />
      ))}
      {entries && <Log t={t} city={city} entries={entries} />}
      {older && (
        <p>
          <a href={older}>{t.grants.older} ›</a>
        </p>
      )}
    </>
  )
}

function Log({ t, city, entries }: { t: Words; city: City; entries: Entry[] }) {
  return (
    <RegisterTable
      title={t.grants.log}
      empty={t.grants.noLog}
      heads={[t.grants.when, t.grants.what, t.grants.who, t.grants.by, t.grants.reason]}
      rows={entries.map((entry) => (
        <tr>
          <td>{t.moment(entry.at)}</td>
          <td>
            {t.grants.changes[entry.did]}
            {entry.role && `: ${roleText(t, city, { ...entry, role: entry.role })}`}
            {entry.detail && `: ${entry.detail}`}
          </td>
          <td>{entry.person ?? t.grants.nobody}</td>
          <td>{t.grants.byWhom(entry.by, entry.actor)}</td>
          <td>{entry.reason}</td>
        </tr>
      ))}
    />
  )
}

function Grant(props: Props & { t: Words; grant: Waiting }) {
  const { t, city, grant } = props
  return (
    <section>
      <h3>
        {grant.person}: {roleText(t, city, grant)}
      </h3>
      <p class="hint">{grant.email}</p>
      <Question {...props} asked={grant} action={build('grant', { id: grant.id })} />
    </section>
  )
}

function Email(props: Props & { t: Words; change: AskedEmail }) {
  const { t, change } = props
  return (
    <section>
      <h3>{t.grants.newEmail(change.person)}</h3>
      <p class="wrap">
        {change.previous} → {change.email}
      </p>
      <p class="hint">{t.grants.newEmailHint}</p>
      <Question {...props} asked={change} action={build('emailChange', { id: change.id })} />
    </section>
  )
}

function Reset(props: Props & { t: Words; asked: Asked }) {
  const { t, asked } = props
  return (
    <section>
      <h3>{t.grants.lostSecond(asked.person)}</h3>
      <p class="hint">{asked.email}</p>
      <p class="hint">{t.grants.lostSecondHint}</p>
      <Question {...props} action={build('secondReset', { id: asked.id })} />
    </section>
  )
}

function Setting(props: Props & { t: Words; ask: AskedSetting }) {
  const { t, ask } = props
  return (
    <section>
      <h3>{t.grants.setting(ask.where)}</h3>
      <ul>
        {ask.changes.map((change) => (
          <li>{change}</li>
        ))}
      </ul>
      <p class="hint">{t.grants.settingHint}</p>
      <Question {...props} asked={ask} action={build('settingAsk', { id: ask.id })} />
    </section>
  )
}

type Question_ = Omit<Asked, 'person' | 'email' | 'reason'> & { reason?: string }

function Question(props: Props & { t: Words; asked: Question_; action: string }) {
  const { t, asked } = props
  return (
    <>
      <p>{t.grants.asked(asked.asker, t.longMoment(asked.askedAt))}</p>
      {asked.reason && (
        <p>
          {t.people.reason}: {asked.reason}
        </p>
      )}
      <p>
        {asked.ripensAt === null
          ? t.grants.until(t.longMoment(asked.expiresAt))
          : t.grants.ripens(t.longMoment(asked.ripensAt))}
      </p>
      <Answer {...props} />
    </>
  )
}

function Answer(props: Props & { t: Words; asked: Question_; action: string }) {
  const { t, asked, token, typed, errors } = props
  const mine = typed.permintaan === String(asked.id)
  const { own, ownAddress: refuse, forYou: for_you, onlooker: look_on } = t.grants
  const note = { own, refuse, for_you, look_on }
  if (asked.may === 'for_you' || asked.may === 'look_on')
    return <p class="hint">{note[asked.may]}</p>
  const id = `catatan-${asked.id}`
  return (
    <form method="post" action={props.action} class="wide">
      <HiddenToken name="sesi" value={token} />
      {asked.may !== 'answer' && <p class="hint">{note[asked.may]}</p>}
      <Field
        t={t}
        id={id}
        name="catatan"
        label={t.grants.why}
        autocomplete="off"
        value={mine ? typed.catatan : undefined}
        error={errorFor(errors, id)}
      />
      {asked.may === 'answer' && (
        <Button name="putusan" value="setuju">
          {t.grants.yes}
        </Button>
      )}{' '}
      <Button line name="putusan" value="tolak">
        {asked.may === 'own' ? t.grants.takeBack : t.grants.no}
      </Button>
    </form>
  )
}
