import type { Child, PropsWithChildren } from 'hono/jsx'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'

/** First thing on a page that came back: says how many, links to each, takes the focus. */
export function ErrorSummary({ t, errors }: { t: Words; errors: FieldError[] }) {
  return errors.length === 0 ? null : (
    <div class="note late" role="alert" tabindex={-1} autofocus>
      <h2>
        <span aria-hidden="true">!</span> {t.errorPage.count(errors.length)}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}

export function errorFor(errors: FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text
}

/** A message in the page's flow; its sign and words carry what the colour says. */
export function Notice(
  props: PropsWithChildren<{ tone?: 'wait' | 'late' | 'done'; title?: string }>,
) {
  return (
    <div class={props.tone ? `note ${props.tone}` : 'note'}>
      {props.title && <h2>{props.title}</h2>}
      {props.children}
    </div>
  )
}

export function Button(
  props: PropsWithChildren<{
    line?: boolean
    wide?: boolean
    name?: string
    value?: string
    /** Key that gives it on the desk. */
    hotkey?: string
  }>,
) {
  return (
    <button
      type="submit"
      class={['btn', props.line && 'line', props.wide && 'wide'].filter(Boolean).join(' ')}
      name={props.name}
      value={props.value}
      data-key={props.hotkey}
    >
      {props.children}
      {props.hotkey && (
        <>
          {' '}
          <kbd>{props.hotkey}</kbd>
        </>
      )}
    </button>
  )
}

/** For what leaves a frame on another site: our own pages refuse to be shown inside one. */
export const NEW_TAB = { target: '_blank', rel: 'noopener' } as const

export function ButtonLink(
  props: PropsWithChildren<{ href: string; line?: boolean; newTab?: boolean }>,
) {
  return (
    <a class={props.line ? 'btn line' : 'btn'} href={props.href} {...(props.newTab ? NEW_TAB : {})}>
      {props.children}
    </a>
  )
}

/** Names and values; rows whose value is empty are left out. */
export function KeyValues({ rows }: { rows: (readonly [string, Child] | null | false)[] }) {
  return (
    <dl class="kv">
      {rows.map(
        (row) =>
          row &&
          row[1] !== null &&
          row[1] !== '' && (
            <div>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** Keyset paging: addresses of the newer and the older page, where there are any. */
export function Pager({
  t,
  newer,
  older,
}: {
  t: Words
  newer: string | null
  older: string | null
}) {
  return newer || older ? (
    <nav class="pager" aria-label={t.layout.pages}>
      <span>{newer && <a href={newer}>{t.layout.previous}</a>}</span>
      <span>
        {older && (
          <a href={older} rel="next">
            {t.layout.next}
          </a>
        )}
      </span>
    </nav>
  ) : null
}
