import { status } from '../../words/id/status.ts'
import { HiddenToken } from '../components/fields.tsx'
import { Button, errorFor, type FieldError } from '../components/parts.tsx'
import type { StatusForm } from './status-view.ts'

/** What the server takes; without HEIC, so that phones send JPEG. */
const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf'

/** Photos and documents, plain multipart, field `berkas`, up to five at a time. */
export function UploadForm(props: StatusForm & { errors?: FieldError[] }) {
  return (
    <form method="post" action={props.action} enctype="multipart/form-data">
      <HiddenToken value={props.token} />
      <FilesField errors={props.errors ?? []} required />
      <Button line>{status.upload}</Button>
    </form>
  )
}

/** The field itself, for any form that takes files along. */
export function FilesField(props: { errors: FieldError[]; required?: boolean }) {
  const error = errorFor(props.errors, 'berkas')
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for="berkas">{status.addFiles}</label>
      <span class="hint" id="berkas-h">
        {status.filesHint} {status.filesStripped}
      </span>
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
