import { AGAIN, type Ended } from '../../forms/ended-session.ts'
import type { Words } from '../../words/words.ts'
import { EndedForm, EndedPage } from '../components/ended-form.tsx'
import { Field, HiddenToken } from '../components/fields.tsx'
import { ButtonLink, errorFor } from '../components/parts.tsx'
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
      <EndedForm
        t={t}
        {...ended}
        kept={kept}
        why={props.proof ? t.session.proofWhy : undefined}
        lead={props.proof ? t.session.proof(props.email ?? '') : t.session.again}
        send={props.proof ? t.session.proofSubmit : t.session.againSubmit}
      >
        {props.proof ? (
          <>
            <HiddenToken name={AGAIN.proof} value="ya" />
            <HiddenToken name={AGAIN.email} value={props.email ?? ''} />
          </>
        ) : (
          <Field
            t={t}
            type="email"
            name={AGAIN.email}
            label={t.session.email}
            value={props.email}
            error={errorFor(errors, AGAIN.email)}
            autocomplete="username"
            inputmode="email"
            maxlength={254}
            required
          />
        )}
        <Field
          t={t}
          type="password"
          name={AGAIN.password}
          label={t.session.password}
          error={errorFor(errors, AGAIN.password)}
          autocomplete="current-password"
          required
        />
      </EndedForm>
    </EndedPage>
  )
}
