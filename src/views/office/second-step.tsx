import type { FieldError } from '../../forms/field-error.ts'
import { PASSKEY } from '../../forms/kept.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { CodeField } from '../components/ask-who.tsx'
import { HiddenToken } from '../components/fields.tsx'
import { Button, ErrorSummary } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { KEY_SCRIPT } from './key-button.tsx'
import { ShowKey } from './show-key.tsx'

/** What was typed is never put back: a code counts once. */
export function SecondStepPage(props: {
  t: Words
  site: Site
  token: string
  back: { field: string; to: string }
  hasKey: boolean
  errors: FieldError[]
}) {
  const { t, errors } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.session.secondTitle}
      style="form"
      noindex
      script={props.hasKey ? KEY_SCRIPT : undefined}
      failed={errors.length > 0}
    >
      <h1>{t.session.secondTitle}</h1>
      <p class="lead">{t.session.secondLead}</p>
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action={build('secondStep')}>
        <HiddenToken name="sesi" value={props.token} />
        <HiddenToken name={props.back.field} value={props.back.to} />
        <CodeField t={t} name="angka" errors={errors} />
        <p>
          <Button>{t.session.proofSubmit}</Button>
        </p>
        {props.hasKey && <ShowKey t={t} name={PASSKEY} />}
      </form>
      <h2>{t.session.lostTitle}</h2>
      <p>{t.session.lost}</p>
      <form method="post" action={build('signOut')}>
        <HiddenToken name="sesi" value={props.token} />
        <Button line>{t.layout.signOut}</Button>
      </form>
    </PublicLayout>
  )
}
