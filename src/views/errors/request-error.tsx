import { build } from '../../paths.ts'
import { type ErrorCode, errorPage, errors } from '../../words/id/errors.ts'
import { requests } from '../../words/id/requests.ts'
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
export function RequestError({ code, detail, requestId }: Props) {
  return (
    <Document title={errors[code].title} style="plain" noindex>
      <body>
        <header class="top">
          <div class="wrap">
            <Mark href={build('home')} />
          </div>
        </header>
        <main class="wrap">
          <h1>{errors[code].title}</h1>
          <p class="lead">{detail ?? errors[code].why}</p>
          <p>{errors[code].todo}</p>
          <p>
            <a href={build('home')}>{errorPage.home}</a>
          </p>
          {requestId && <p class="hint">{requests.requestId(requestId)}</p>}
        </main>
      </body>
    </Document>
  )
}

/** The same inside a page that htmx holds. */
export function RequestErrorPart({ code, detail }: Props) {
  return (
    <p class="msg" role="alert">
      {errorSentence(code, detail)}
    </p>
  )
}

/** For who asked for plain text or JSON. */
export function errorSentence(code: ErrorCode, detail?: string): string {
  return `${detail ?? errors[code].why} ${errors[code].todo}`
}
