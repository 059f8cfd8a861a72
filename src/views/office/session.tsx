import type { FieldError } from '../../forms/field-error.ts'
import { PASSKEY } from '../../forms/kept.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, ButtonLink, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { KEY_SCRIPT } from './key-button.tsx'
import { NewPassword } from './new-password.tsx'
import { ShowKey } from './show-key.tsx'

interface Page {
  site: Site
  errors: FieldError[]
}

/** Asks for e-mail and password; a password is never put back into the page. */
export function SignInPage(
  props: (Page & {
    email?: string
    /** Name and value of the field that says where to go afterwards. */
    back?: { field: string; to: string }
    /** What has just happened: signed out, password set. */
    news?: string
  }) & { t: Words },
) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.session.signIn}
      style="form"
      noindex
      script={KEY_SCRIPT}
      failed={props.errors.length > 0}
    >
      <h1>{t.session.signIn}</h1>
      <p class="lead">{t.session.signInLead}</p>
      {props.news && <Notice tone="done">{props.news}</Notice>}
      <ErrorSummary t={t} errors={props.errors} />
      <form method="post" action={build('signIn')}>
        {props.back && <HiddenToken name={props.back.field} value={props.back.to} />}
        <EmailField t={t} email={props.email} errors={props.errors} />
        <Field
          t={t}
          type="password"
          name="sandi"
          label={t.session.password}
          error={errorFor(props.errors, 'sandi')}
          autocomplete="current-password"
          required
        />
        <p>
          <Button>{t.session.submit}</Button>
        </p>
      </form>
      <form method="post" action={build('keySignIn')}>
        {props.back && <HiddenToken name={props.back.field} value={props.back.to} />}
        <ShowKey t={t} name={PASSKEY} alone only />
      </form>
      <p>
        <a href={build('forgot')}>{t.session.forgot}</a>
      </p>
    </PublicLayout>
  )
}

function EmailField({ t, email, errors }: { t: Words; email?: string; errors: FieldError[] }) {
  return (
    <Field
      t={t}
      type="email"
      name="email"
      label={t.session.email}
      value={email}
      error={errorFor(errors, 'email')}
      autocomplete="username"
      inputmode="email"
      required
    />
  )
}

export function ForgotPage(props: (Page & { email?: string }) & { t: Words }) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.session.forgotTitle}
      style="form"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{t.session.forgotTitle}</h1>
      <p class="lead">{t.session.forgotLead}</p>
      <ErrorSummary t={t} errors={props.errors} />
      <form method="post" action={build('forgot')}>
        <EmailField t={t} email={props.email} errors={props.errors} />
        <Button>{t.session.forgotSubmit}</Button>
      </form>
    </PublicLayout>
  )
}

/** The same whether or not the address belongs to anybody. */
export function ForgotSentPage({ t, site }: { t: Words; site: Site }) {
  return (
    <PublicLayout t={t} site={site} title={t.session.sentTitle} style="plain" noindex>
      <h1>{t.session.sentTitle}</h1>
      <p class="lead">{t.session.sentLead}</p>
      <p class="hint">{t.session.sentHint}</p>
    </PublicLayout>
  )
}

export function SetPasswordPage(
  props: (Page & { token: string; name: string; email: string; least: number }) & { t: Words },
) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.session.setTitle}
      style="form"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{t.session.setTitle}</h1>
      <p class="lead">{t.session.setLead(props.name)}</p>
      <ErrorSummary t={t} errors={props.errors} />
      <form method="post" action={build('setPassword', { token: props.token })}>
        <NewPassword {...props} />
        <Button>{t.session.setSubmit}</Button>
      </form>
    </PublicLayout>
  )
}

export function LinkGonePage({ t, site }: { t: Words; site: Site }) {
  return (
    <PublicLayout t={t} site={site} title={t.session.goneTitle} style="plain" noindex>
      <h1>{t.session.goneTitle}</h1>
      <p class="lead">{t.session.goneLead}</p>
      <p>
        <ButtonLink href={build('forgot')} line>
          {t.session.goneTodo}
        </ButtonLink>
      </p>
    </PublicLayout>
  )
}
