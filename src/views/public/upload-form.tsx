import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button, errorFor } from '../components/parts.tsx'
import type { StatusForm } from './status-view.ts'

/** What the server takes; without HEIC, so that phones send JPEG. */
const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf'

/** Photos and documents, plain multipart, field `berkas`, up to five at a time. */
export function UploadForm(props: (StatusForm & { errors?: FieldError[] }) & { t: Words }) {
  const { t } = props
  return (
    <form method="post" action={props.action} enctype="multipart/form-data">
      <HiddenToken value={props.token} />
      <FilesField t={t} errors={props.errors ?? []} required />
      <Button line>{t.status.upload}</Button>
    </form>
  )
}

export function FilesField(props: {
  t: Words
  errors: FieldError[]
  required?: boolean
  optional?: boolean
}) {
  const { t } = props
  const error = errorFor(props.errors, 'berkas')
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for="berkas">
        {t.status.addFiles}
        {props.optional && ` (${t.form.optional})`}
      </label>{' '}
      <span class="hint" id="berkas-h">
        {t.status.filesHint} {t.status.filesStripped}
      </span>{' '}
      {error && (
        <span class="msg" id="berkas-e">
          {error}
        </span>
      )}
      <input
        class="in"
        type="file"
        id="berkas"
        name="berkas"
        multiple
        required={props.required}
        accept={ACCEPT}
        aria-describedby={error ? 'berkas-e berkas-h' : 'berkas-h'}
      />
    </div>
  )
}
