import type { CommandName } from '../../domain/acts/acts.ts'
import type { Agency } from '../../domain/city/city.ts'
import type { Instant } from '../../domain/time/time.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

export interface TrailLine {
  at: Instant
  who: string
  /** Of the staff. */
  id: string | null
  what: string
  reference: string
  agency: string | null
}

interface Props {
  lines: TrailLine[]
  /** What it is narrowed by, by the field's name; '' where it is not. */
  asked: (name: string) => string
  commands: readonly CommandName[]
  agencies: readonly Agency[]
  personHref: (id: string) => string
  file: string
  older: string | null
  narrowed: boolean
}

export function TrailPage(props: Props & { t: Words }) {
  const { t, lines, older } = props
  return (
    <>
      <OversightTabs t={t} current="trail" city />
      <h1>{t.trail.title}</h1>
      <p class="soft">
        {t.trail.lead} <a href={patterns.grants}>{t.trail.rights}</a>
        {' · '}
        <a href={patterns.exports}>{t.trail.exports.title}</a>
        {' · '}
        <a href={patterns.inquiries}>{t.inquiries.title}</a>
        {' · '}
        <a href={patterns.integrity}>{t.integrity.title}</a>
      </p>
      <Filter {...props} />
      {lines.length === 0 ? (
        <p>{older ? t.trail.noneHere : t.trail.none}</p>
      ) : (
        <Lines t={t} lines={lines} personHref={props.personHref} />
      )}
      <nav class="pager" aria-label={t.layout.pages}>
        <a href={props.file}>{t.trail.file}</a>{' '}
        {older && (
          <a href={older} rel="next">
            {t.desk.older} ›
          </a>
        )}
      </nav>
    </>
  )
}

function Filter({ t, asked, commands, agencies, narrowed }: Props & { t: Words }) {
  const { trail: words } = t
  const line = (name: string, label: string, type: string) => (
    <p class="field">
      <label for={name}>{label}</label>
      <input class="in" id={name} name={name} type={type} value={asked(name)} />
    </p>
  )
  return (
    <form class="filter noprint" method="get" action={patterns.trail}>
      {asked('orang') && <input type="hidden" name="orang" value={asked('orang')} />}
      <Field t={t} name="nomor" label={words.number} value={asked('nomor')} look="code" />
      {line('petugas', words.person, 'email')}
      <p class="field">
        <label for="tindakan">{words.columns.what}</label>
        <select class="in" id="tindakan" name="tindakan">
          <option value="">{words.any}</option>
          {commands.map((name) => (
            <option value={name} selected={asked('tindakan') === name}>
              {words.commands[name]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="opd">{words.columns.agency}</label>
        <select class="in" id="opd" name="opd">
          <option value="">{words.any}</option>
          {agencies.map(({ slug, name }) => (
            <option value={slug} selected={asked('opd') === slug}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {line('sampai', words.until, 'date')}
      <p>
        <Button line>{words.show}</Button> {narrowed && <a href={patterns.trail}>{words.all}</a>}
      </p>
    </form>
  )
}

function Lines({ t, lines, personHref }: { t: Words } & Pick<Props, 'lines' | 'personHref'>) {
  const { columns } = t.trail
  return (
    <section class="scroll" tabindex={0} aria-label={t.trail.title}>
      <table>
        <thead>
          <tr>
            {[columns.at, columns.who, columns.what, columns.report, columns.agency].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, who, id, what, reference, agency }) => (
            <tr>
              <td>{t.moment(at)}</td>
              <td>{id === null ? who : <a href={personHref(id)}>{who}</a>}</td>
              <td>{what}</td>
              <td>
                <a href={build('caseFile', { nomor: reference })}>{reference}</a>
              </td>
              <td>{agency}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
