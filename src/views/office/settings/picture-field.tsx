import { isLogo } from '../../../domain/city/logo.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken, Pick } from '../../components/fields.tsx'

interface Props {
  t: Words
  name: string
  label: string
  hint?: string
  error?: string
  /** As it is kept, or as it was chosen and is not saved yet. */
  value: string
}

/** What was chosen goes along as text, so that a form that was refused still has it. */
export function PictureField({ t, name, label, hint, error, value }: Props) {
  const id = `${name}_berkas`
  const stands = isLogo(value)
  return (
    <>
      <HiddenToken name={name} value={value} />
      <div class={error ? 'field bad' : 'field'}>
        <label for={id}>
          {label} <span class="opt">({t.form.optional})</span>
        </label>{' '}
        {hint && (
          <span class="hint" id={`${id}-h`}>
            {hint}
          </span>
        )}{' '}
        {error && (
          <span class="msg" id={`${id}-e`}>
            {error}
          </span>
        )}
        {stands && <img src={dataOf(value)} alt={t.settings.pictures.now} />}
        <input
          type="file"
          id={id}
          name={id}
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={error ? `${id}-e ${id}-h` : `${id}-h`}
        />
      </div>
      {stands && (
        <Pick
          type="checkbox"
          id={`${name}_hapus`}
          name={`${name}_hapus`}
          value="ya"
          label={t.settings.pictures.remove}
        />
      )}
    </>
  )
}

function dataOf(value: string): string {
  return `data:image/png;base64,${value.replaceAll('-', '+').replaceAll('_', '/')}`
}
