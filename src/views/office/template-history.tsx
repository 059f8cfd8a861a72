import type { Template, TemplateWords } from '../../domain/people/templates.ts'
import type { Instant } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button } from '../components/parts.tsx'
import { typedOf } from './template.tsx'

export interface TemplateChanged {
  version: number
  at: Instant
  by: string
  before: TemplateWords | null
  after: TemplateWords
}

interface Props {
  t: Words
  token: string
  stands: Template | null
  placeName: string
  /** Newest first. */
  changes: TemplateChanged[]
  /** By who is named in a change. */
  names: Map<string, string>
}

export function TemplateHistory(props: Props) {
  const { t, changes, names } = props
  return (
    <>
      <h2>{t.templates.history}</h2>
      <ol>
        {changes.map((change) => (
          <li>
            {names.get(change.by) ?? t.settings.someone} {t.templates.did[didIn(change)]}{' '}
            <span class="hint">{t.moment(change.at)}</span>
            {change.before && <Before {...props} before={change.before} />}
          </li>
        ))}
      </ol>
    </>
  )
}

function didIn({ before, after }: TemplateChanged) {
  if (before === null) return 'added'
  if (before.active === after.active) return 'changed'
  return after.active ? 'back' : 'retired'
}

/** What was, and the way back to it: a change like any other. */
function Before({ t, token, stands, placeName, before }: Props & { before: TemplateWords }) {
  if (!stands) return null
  return (
    <details>
      <summary>{t.templates.was}</summary>
      <p class="words">
        {before.name}
        {'\n'}
        {before.text}
      </p>
      <form method="post" action={build('template', { id: stands.id })}>
        <HiddenToken name="sesi" value={token} />
        <HiddenToken name="milik" value={placeName} />
        <HiddenToken name="versi" value={String(stands.version)} />
        {Object.entries(typedOf(before)).map(([name, value]) => (
          <HiddenToken name={name} value={value ?? ''} />
        ))}
        <Button line>{t.templates.restore}</Button>
      </form>
    </details>
  )
}
