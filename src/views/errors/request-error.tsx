import { type ErrorCode, errorPage, errors } from '../../copy/id/errors.ts'
import { requests } from '../../copy/id/requests.ts'
import { build } from '../../paths.ts'

interface Props {
  code: ErrorCode
  /** Replaces the reason where more is known. */
  detail?: string
  /** Only where we are at fault: what a person can quote to us. */
  requestId?: string
}

/** The error page that needs nothing from the database, since that may be what is broken. */
export const RequestError = ({ code, detail, requestId }: Props) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>{errors[code].title}</title>
    </head>
    <body>
      <main>
        <h1>{errors[code].title}</h1>
        <p>{detail ?? errors[code].why}</p>
        <p>{errors[code].todo}</p>
        {requestId && <p>{requests.requestId(requestId)}</p>}
        <p>
          <a href={build('home')}>{errorPage.home}</a>
        </p>
      </main>
    </body>
  </html>
)

/** The same inside a page that htmx holds. */
export const RequestErrorPart = ({ code, detail }: Props) => (
  <p class="msg" role="alert">
    {errorSentence(code, detail)}
  </p>
)

/** For who asked for plain text or JSON. */
export const errorSentence = (code: ErrorCode, detail?: string): string =>
  `${detail ?? errors[code].why} ${errors[code].todo}`
