import type { TrailEntry } from '../../../domain/city/trail-entry.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import { patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { ErrorSummary } from '../../components/parts.tsx'
import { placeOf } from './place-of.ts'
import { saidOf } from './said-of.ts'

interface Props {
  t: Words
  entries: TrailEntry[]
  /** By who is named in an entry. */
  names: Map<string, string>
  errors: FieldError[]
  older: string | null
}

export function SettingTrailPage({ t, entries, names, errors, older }: Props) {
  return (
    <>
      <p>
        <a href={patterns.settings}>‹ {t.settings.back}</a>
      </p>
      <h1>{t.settings.trail}</h1>
      <p class="soft">{t.settings.trailLead}</p>
      <ErrorSummary t={t} errors={errors} />
      {entries.length === 0 && <p>{t.settings.trailNone}</p>}
      <ol>
        {entries.map((entry) => (
          <Entry t={t} entry={entry} who={names.get(entry.by) ?? t.settings.someone} />
        ))}
      </ol>
      {older && (
        <p>
          <a href={older} rel="next">
            {t.settings.older}
          </a>
        </p>
      )}
    </>
  )
}

function Entry({ t, entry, who }: { t: Words; entry: TrailEntry; who: string }) {
  const { noun, rowId, title, did, at, fields } = entry
  return (
    <li>
      <b>
        <a href={placeOf(noun, rowId)}>
          {[t.settings.nouns[noun].one, title].filter(Boolean).join(' ')}
        </a>{' '}
        {t.settings.did[did]}
      </b>{' '}
      <span class="hint">
        {who} · {t.moment(at)}
      </span>
      <ul>
        {fields.map(({ name, before, after }) => (
          <li>
            {t.settings.from(
              t.settings.fields[name]?.[0] ?? name,
              saidOf(t, name, before),
              saidOf(t, name, after),
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
