import { build } from '../../paths.ts'
import type { ErrorCode } from '../../words/id/errors.ts'
import type { Words } from '../../words/words.ts'
import { Document } from '../layouts/document.tsx'
import { Mark } from '../layouts/mark.tsx'

interface Props {
  code: ErrorCode
  /** Replaces the reason where more is known. */
  detail?: string
  /** Only where we are at fault: what a person can quote to us. */
  requestId?: string
}

/** The error page that needs nothing from the database, since that may be what is broken. */
export function RequestError({ t, code, detail, requestId }: Props & { t: Words }) {
  return (
    <Document t={t} title={t.errors[code].title} style="plain" noindex>
      <body>
        <header class="top">
          <div class="wrap">
            <Mark t={t} href={build('home')} />
          </div>
        </header>
        <main class="wrap">
          <h1>{t.errors[code].title}</h1>
          <p class="lead">{detail ?? t.errors[code].why}</p>
          <p>{t.errors[code].todo}</p>
          <p>
            <a href={build('home')}>{t.errorPage.home}</a>
          </p>
          {requestId && <p class="hint">{t.requests.requestId(requestId)}</p>}
        </main>
      </body>
    </Document>
  )
}

/** The same inside a page that htmx holds. */
export function RequestErrorPart({ t, code, detail }: Props & { t: Words }) {
  return (
    <p class="msg" role="alert">
      {errorSentence(t, code, detail)}
    </p>
  )
}

/** For who asked for plain text or JSON. */
export function errorSentence(t: Words, code: ErrorCode, detail?: string): string {
  return `${detail ?? t.errors[code].why} ${t.errors[code].todo}`
}
