import { track } from '../../words/id/receipt.ts'
import { Field } from '../components/fields.tsx'
import { Button, errorFor, type FieldError } from '../components/parts.tsx'

/** Number and key, posted; the same on the front page and on its own page. */
export function TrackForm(props: {
  action: string
  errors?: FieldError[]
  /** Never the key: a wrong one is typed again. */
  reference?: string
  line?: boolean
}) {
  return (
    <form method="post" action={props.action}>
      <Field
        name="nomor"
        label={track.number}
        hint={track.numberHint}
        value={props.reference}
        error={errorFor(props.errors ?? [], 'nomor')}
        autocomplete="off"
        look="code"
        required
      />
      <Field
        name="kode"
        label={track.key}
        hint={track.keyHint}
        error={errorFor(props.errors ?? [], 'kode')}
        autocomplete="off"
        look="code"
        required
      />
      <Button line={props.line}>{track.submit}</Button>
    </form>
  )
}
