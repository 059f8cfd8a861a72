import type { Instant } from '../../domain/time/time.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { ListPager } from '../desk/rows.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

export interface CheckedLine {
  at: Instant
  what: string
  /** Null: it was asked for. */
  found: {
    checked: number
    differ: number
    /** The first event that is not as it was written, in words. */
    first: string | null
  } | null
}

interface Props {
  token: string
  said: string | null
  /** How many were looked at by the one that runs; null: none runs. */
  running: number | null
  lines: CheckedLine[]
  first: string | null
  next: string | null
  typed: Record<string, string>
  errors: FieldError[]
}

export function IntegrityPage(props: Props & { t: Words }) {
  const { t, running, lines } = props
  return (
    <>
      <OversightTabs t={t} city />
      <p>
        <a href={patterns.trail}>‹ {t.trail.title}</a>
      </p>
      <h1>{t.integrity.title}</h1>
      <p class="soft">{t.integrity.lead}</p>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      {running !== null && (
        <Notice tone="wait">
          <p>
            {t.integrity.running(t.number(running, 0))}{' '}
            <a href={patterns.integrity}>{t.integrity.reload}</a>
          </p>
        </Notice>
      )}
      <Forms {...props} />
      <h2>{t.integrity.results}</h2>
      {lines.length === 0 && <p>{t.integrity.noResults}</p>}
      {lines.map((line) => (
        <Line t={t} {...line} />
      ))}
      <ListPager t={t} first={props.first} next={props.next} />
    </>
  )
}

function Forms({ t, token, running, typed, errors }: Props & { t: Words }) {
  return (
    <>
      <h2>{t.integrity.one}</h2>
      <form method="post" action={patterns.integrity} class="wide">
        <HiddenToken name="sesi" value={token} />
        <Field
          t={t}
          name="nomor"
          label={t.integrity.number}
          look="code"
          required
          autocomplete="off"
          value={typed.nomor}
          error={errorFor(errors, 'nomor')}
        />
        <Button>{t.integrity.checkOne}</Button>
      </form>
      {running === null && (
        <>
          <h2>{t.integrity.every}</h2>
          <form method="post" action={patterns.integrity} class="wide">
            <p class="hint">{t.integrity.everyLead}</p>
            <HiddenToken name="sesi" value={token} />
            <HiddenToken name="semua" value="ya" />
            <Button line>{t.integrity.checkAll}</Button>
          </form>
        </>
      )}
    </>
  )
}

function Line({ t, at, what, found }: CheckedLine & { t: Words }) {
  return (
    <article>
      <h3>{what}</h3>
      {found && found.differ === 0 && <p>✓ {t.integrity.whole(t.number(found.checked, 0))}</p>}
      {found && found.differ > 0 && (
        <>
          <p class="due late">
            ! {t.integrity.broken(t.number(found.differ, 0), t.number(found.checked, 0))}
          </p>
          {found.first && <p>{found.first}</p>}
          <p>{t.integrity.next}</p>
        </>
      )}
      <p class="soft">{t.moment(at)}</p>
    </article>
  )
}
