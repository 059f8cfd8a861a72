import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken } from '../components/fields.tsx'
import { Button, errorFor } from '../components/parts.tsx'

/** Number and key, posted; the same on the front page and on its own page. */
export function TrackForm(props: {
  t: Words
  /** Of the city's numbers. */
  prefix: string
  action: string
  errors?: FieldError[]
  /** Never the key: a wrong one is typed again. */
  reference?: string
  line?: boolean
  /** The answer is the report itself. */
  cookieless?: boolean
}) {
  const { t } = props
  return (
    <form method="post" action={props.action}>
      {props.cookieless && <HiddenToken name="tanpa_cookie" value="1" />}
      <Field
        t={t}
        name="nomor"
        label={t.track.number}
        hint={t.track.numberHint(props.prefix)}
        value={props.reference}
        error={errorFor(props.errors ?? [], 'nomor')}
        autocomplete="off"
        look="code"
        required
      />
      <Field
        t={t}
        name="kode"
        label={t.track.key}
        hint={t.track.keyHint}
        error={errorFor(props.errors ?? [], 'kode')}
        autocomplete="off"
        look="code"
      />
      <Button line={props.line}>{t.track.submit}</Button>
    </form>
  )
}
