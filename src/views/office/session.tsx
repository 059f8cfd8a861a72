import { build } from '../../paths.ts'
import { session as say } from '../../words/id/session.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  errorFor,
  type FieldError,
  Notice,
} from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

interface Page {
  site: Site
  errors: FieldError[]
}

/** Asks for e-mail and password; a password is never put back into the page. */
export function SignInPage(
  props: Page & {
    email?: string
    /** Name and value of the field that says where to go afterwards. */
    back?: { field: string; to: string }
    /** What has just happened: signed out, password set. */
    news?: string
  },
) {
  return (
    <PublicLayout
      site={props.site}
      title={say.signIn}
      style="form"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{say.signIn}</h1>
      <p class="lead">{say.signInLead}</p>
      {props.news && <Notice tone="done">{props.news}</Notice>}
      <ErrorSummary errors={props.errors} />
      <form method="post" action={build('signIn')}>
        {props.back && <HiddenToken name={props.back.field} value={props.back.to} />}
        <EmailField email={props.email} errors={props.errors} />
        <Field
          type="password"
          name="sandi"
          label={say.password}
          error={errorFor(props.errors, 'sandi')}
          autocomplete="current-password"
          required
        />
        <Button>{say.submit}</Button>
      </form>
      <p>
        <a href={build('forgot')}>{say.forgot}</a>
      </p>
    </PublicLayout>
  )
}

function EmailField({ email, errors }: { email?: string; errors: FieldError[] }) {
  return (
    <Field
      type="email"
      name="email"
      label={say.email}
      value={email}
      error={errorFor(errors, 'email')}
      autocomplete="username"
      inputmode="email"
      maxlength={254}
      required
    />
  )
}

export function ForgotPage(props: Page & { email?: string }) {
  return (
    <PublicLayout
      site={props.site}
      title={say.forgotTitle}
      style="form"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{say.forgotTitle}</h1>
      <p class="lead">{say.forgotLead}</p>
      <ErrorSummary errors={props.errors} />
      <form method="post" action={build('forgot')}>
        <EmailField email={props.email} errors={props.errors} />
        <Button>{say.forgotSubmit}</Button>
      </form>
    </PublicLayout>
  )
}

/** The same whether or not the address belongs to anybody. */
export function ForgotSentPage({ site }: { site: Site }) {
  return (
    <PublicLayout site={site} title={say.sentTitle} style="plain" noindex>
      <h1>{say.sentTitle}</h1>
      <p class="lead">{say.sentLead}</p>
      <p class="hint">{say.sentHint}</p>
    </PublicLayout>
  )
}

export function SetPasswordPage(
  props: Page & { token: string; name: string; email: string; least: number },
) {
  return (
    <PublicLayout
      site={props.site}
      title={say.setTitle}
      style="form"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{say.setTitle}</h1>
      <p class="lead">{say.setLead(props.name)}</p>
      <ErrorSummary errors={props.errors} />
      <form method="post" action={build('setPassword', { token: props.token })}>
        {/* lets a password manager file the new password under its account */}
        <input type="hidden" name="username" autocomplete="username" value={props.email} />
        <Field
          type="password"
          name="sandi"
          label={say.newPassword}
          hint={say.newPasswordHint(props.least)}
          error={errorFor(props.errors, 'sandi')}
          autocomplete="new-password"
          required
        />
        <Field
          type="password"
          name="ulangi"
          label={say.repeat}
          error={errorFor(props.errors, 'ulangi')}
          autocomplete="new-password"
          required
        />
        <Button>{say.setSubmit}</Button>
      </form>
    </PublicLayout>
  )
}

export function LinkGonePage({ site }: { site: Site }) {
  return (
    <PublicLayout site={site} title={say.goneTitle} style="plain" noindex>
      <h1>{say.goneTitle}</h1>
      <p class="lead">{say.goneLead}</p>
      <p>
        <ButtonLink href={build('forgot')} line>
          {say.goneTodo}
        </ButtonLink>
      </p>
    </PublicLayout>
  )
}
