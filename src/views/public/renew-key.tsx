import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken, Pick } from '../components/fields.tsx'
import { Button, ErrorSummary, KeyValues } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

interface Props {
  t: Words
  site: Site
  reference: string
  /** Good once it is taken; the one before lives until then. */
  accessKey: string
  /** With the key behind its #. */
  link: string
  token: string
  session: string
  errors: FieldError[]
}

/** The new key, to be written down first: only then does the old one die. */
export function RenewKeyPage(props: Props) {
  const { t, reference: nomor, errors } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.renewKey.title}
      style="form"
      noindex
      failed={errors.length > 0}
    >
      <h1>{t.renewKey.title}</h1>
      <p class="lead">{t.renewKey.lead}</p>
      <ErrorSummary t={t} errors={errors} />
      <KeyValues
        rows={[
          [t.receipt.number, nomor],
          [t.receipt.key, <b>{props.accessKey}</b>],
        ]}
      />
      <p class="hint">
        {t.renewKey.keep} <a href={props.link}>{t.renewKey.link}</a>
      </p>
      <form method="post" action={build('statusKey', { nomor })}>
        <HiddenToken name="sesi" value={props.session} />
        <HiddenToken value={props.token} />
        <Pick
          type="checkbox"
          id="setuju"
          name="setuju"
          value="1"
          label={t.renewKey.noted}
          hint={t.renewKey.dies}
        />
        <Button>{t.renewKey.send}</Button>
      </form>
      <p>
        <a href={build('statusData', { nomor })}>{t.renewKey.back}</a>
      </p>
    </PublicLayout>
  )
}
