import type { Ended } from '../../forms/ended-session.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { EndedPage } from '../components/ended-page.tsx'
import { KeptForm } from '../components/kept-form.tsx'
import { ButtonLink, ErrorSummary } from '../components/parts.tsx'
import type { Site } from '../site.ts'
import { AskPerson, AskProof, AskSecond } from './ask-staff.tsx'
import { KEY_SCRIPT } from './key-button.tsx'

/** The session stands, but for 'who'. */
export type AskedFor = 'who' | 'password' | 'second' | 'setUp'

/** A form of the desk after its session; or, for htmx, a page that it may no longer show. */
export function StaffEnded(props: {
  t: Words
  site: Site
  ended: Ended
  email?: string
  ask?: AskedFor
  /** Of the session that has yet to show its second step. */
  token?: string
  /** Of whoever is asked for their second step. */
  hasKey?: boolean
  signIn: string
}) {
  const { t, ended, ask = 'who' } = props
  const { kept, errors } = ended
  if (!kept)
    return (
      <EndedPage {...props} title={t.session.over}>
        <p class="lead">{t.session.overTodo}</p>
        <p>
          <ButtonLink href={props.signIn}>{t.session.submit}</ButtonLink>
        </p>
      </EndedPage>
    )
  const asksKey = ask === 'who' || props.hasKey
  return (
    <EndedPage {...props} title={t.ended.title} script={asksKey ? KEY_SCRIPT : undefined}>
      <p class="lead">{WHY[ask](t)}</p>
      <ErrorSummary t={t} errors={errors} />
      <KeptForm
        t={t}
        action={ended.action}
        kept={kept}
        send={ask === 'who' ? t.session.againSubmit : t.session.proofSubmit}
      >
        <Ask {...props} ask={ask} errors={errors} />
      </KeptForm>
    </EndedPage>
  )
}

const WHY: Record<AskedFor, (t: Words) => string> = {
  who: (t) => t.ended.why,
  password: (t) => t.session.proofWhy,
  second: (t) => t.session.secondWhy,
  setUp: (t) => t.session.setUpWhy,
}

function Ask(props: {
  t: Words
  ask: AskedFor
  errors: FieldError[]
  email?: string
  token?: string
  hasKey?: boolean
}) {
  const { t } = props
  if (props.ask === 'second') return <AskSecond {...props} />
  if (props.ask === 'setUp')
    return (
      <p>
        <ButtonLink href={build('accountApp')} line newTab>
          {t.account.appAdd}
        </ButtonLink>
      </p>
    )
  const isProof = props.ask === 'password'
  return (
    <>
      <p>{isProof ? t.session.proof(props.email ?? '') : t.session.again}</p>
      {isProof ? <AskProof {...props} /> : <AskPerson {...props} />}
    </>
  )
}
