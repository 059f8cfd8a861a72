import type { ErrorCode } from '../../words/id/errors.ts'
import type { Words } from '../../words/words.ts'
import { Document } from '../layouts/document.tsx'
import { Mark } from '../layouts/mark.tsx'
import { type Refused, SendAgain } from './send-again.tsx'

export interface UnsentProps extends Refused {
  /** Replaces the reason where more is known. */
  detail?: string
  requestId?: string
  home: string
}

/** A form that was refused, with its words: needs nothing from the database, which may be what is broken. */
export function Unsent(props: UnsentProps & { t: Words }) {
  const { t, code } = props
  return (
    <Document t={t} title={titleOf(t, code)} style="ended" noindex failed>
      <body>
        <header class="top">
          <div class="wrap">
            <Mark t={t} href={props.home} />
          </div>
        </header>
        <main class="wrap">
          <UnsentPart {...props} />
          <p>
            <a href={props.home}>{t.errorPage.home}</a>
          </p>
        </main>
      </body>
    </Document>
  )
}

/** The same in the place of the case, for htmx. */
export function UnsentPart(props: UnsentProps & { t: Words }) {
  const { t, code, kept, again } = props
  const { why, todo } = t.errors[code]
  return (
    <section id="berkas" class="case" tabindex={-1}>
      <h1>{titleOf(t, code)}</h1>
      <p class="lead">{props.detail ?? why}</p>
      {code !== 403 && <p>{todo}</p>}
      {props.requestId && <p class="hint">{t.requests.requestId(props.requestId)}</p>}
      <SendAgain t={t} code={code} kept={kept} again={again} />
    </section>
  )
}

/** That page is for who may not open it; a form from elsewhere is only not sent yet. */
function titleOf(t: Words, code: ErrorCode): string {
  return code === 403 ? t.ended.title : t.errors[code].title
}
