import type { Ended } from '../../forms/ended-session.ts'
import type { Words } from '../../words/words.ts'
import { AskPassword, AskProof } from '../components/ask-who.tsx'
import { EndedPage } from '../components/ended-page.tsx'
import { KeptForm } from '../components/kept-form.tsx'
import { ButtonLink, ErrorSummary } from '../components/parts.tsx'
import type { Site } from '../site.ts'

/** A form of the desk after its session; or, for htmx, a page that it may no longer show. */
export function StaffEnded(props: {
  t: Words
  site: Site
  ended: Ended
  email?: string
  /** The session stands, and the step asks for the password all the same. */
  proof?: boolean
  signIn: string
}) {
  const { t, ended } = props
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
  return (
    <EndedPage {...props} title={t.ended.title}>
      <p class="lead">{props.proof ? t.session.proofWhy : t.ended.why}</p>
      <ErrorSummary t={t} errors={errors} />
      {props.proof ? (
        <KeptForm t={t} action={ended.action} kept={kept} send={t.session.proofSubmit}>
          <p>{t.session.proof(props.email ?? '')}</p>
          <AskProof t={t} errors={errors} email={props.email} />
        </KeptForm>
      ) : (
        <KeptForm t={t} action={ended.action} kept={kept} send={t.session.againSubmit}>
          <p>{t.session.again}</p>
          <AskPassword t={t} errors={errors} email={props.email} />
        </KeptForm>
      )}
    </EndedPage>
  )
}
