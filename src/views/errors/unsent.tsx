import type { Kept } from '../../forms/kept.ts'
import type { ErrorCode } from '../../words/id/errors.ts'
import type { Words } from '../../words/words.ts'
import { AskKey, AskPassword } from '../components/ask-who.tsx'
import { KeptForm } from '../components/kept-form.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { Notice } from '../components/parts.tsx'
import { Document } from '../layouts/document.tsx'
import { Mark } from '../layouts/mark.tsx'

export interface UnsentProps {
  code: ErrorCode
  /** Replaces the reason where more is known. */
  detail?: string
  requestId?: string
  kept: Kept
  /** Where it may be sent again, and what shows first that it is a person's own doing. */
  again: { action: string; ask: 'key' | 'password' | null } | null
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
      <Notice tone="wait">
        <p>{code === 500 ? t.ended.unsure : t.ended.kept}</p>
      </Notice>
      {again ? (
        <KeptForm
          t={t}
          action={again.action}
          kept={kept}
          send={again.ask === 'password' ? t.session.againSubmit : t.ended.send}
          shorten={code === 413}
        >
          {again.ask && <p>{t.ended.proof}</p>}
          {again.ask === 'key' && <AskKey t={t} />}
          {again.ask === 'password' && <AskPassword t={t} />}
        </KeptForm>
      ) : (
        <KeptWords t={t} words={kept.words} />
      )}
    </section>
  )
}

/** That page is for who may not open it; a form from elsewhere is only not sent yet. */
function titleOf(t: Words, code: ErrorCode): string {
  return code === 403 ? t.ended.title : t.errors[code].title
}
