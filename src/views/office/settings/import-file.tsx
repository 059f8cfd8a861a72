import type { FieldError } from '../../../forms/field-error.ts'
import { build } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken, TextArea } from '../../components/fields.tsx'
import { Button, ErrorSummary, errorFor } from '../../components/parts.tsx'

interface Props {
  t: Words
  token: string
  kind: string
  columns: readonly { name: string; required: boolean }[]
  /** Lines of a file. */
  most: number
  /** As it was typed. */
  pasted: string
  errors: FieldError[]
}

export function ImportFilePage({ t, token, kind, columns, most, pasted, errors }: Props) {
  const error = errorFor(errors, 'tabel')
  return (
    <>
      <p>
        <a href={build('settingList', { bagian: kind })}>‹ {t.settings.csv.back}</a>
      </p>
      <h1>{t.settings.csv.title}</h1>
      <p class="soft">{t.settings.csv.lead}</p>
      <ErrorSummary t={t} errors={errors} />
      <form
        method="post"
        action={build('settingImport', { bagian: kind })}
        enctype="multipart/form-data"
        class="wide"
      >
        <HiddenToken name="sesi" value={token} />
        <div class={error ? 'field bad' : 'field'}>
          <label for="tabel">{t.settings.csv.file}</label>{' '}
          <span class="hint" id="tabel-h">
            {t.settings.csv.fileHint(t.number(most, 0))}
          </span>{' '}
          {error && (
            <span class="msg" id="tabel-e">
              {error}
            </span>
          )}
          <input
            type="file"
            id="tabel"
            name="tabel"
            accept=".csv,text/csv"
            aria-describedby={error ? 'tabel-e tabel-h' : 'tabel-h'}
          />
        </div>
        <TextArea
          t={t}
          name="tempel"
          label={t.settings.csv.paste}
          hint={t.settings.csv.pasteHint(columns.map(({ name }) => name).join('; '))}
          error={errorFor(errors, 'tempel')}
          value={pasted}
        />
        <Button>{t.settings.csv.send}</Button>
      </form>
      <h2>{t.settings.csv.columns}</h2>
      <ul>
        {columns.map(({ name, required }) => (
          <li>
            <b>{name}</b>: {t.settings.fields[name]?.[0]}
            {required && ` (${t.settings.csv.required})`}
          </li>
        ))}
      </ul>
      <p>
        <a href={build('settingTable', { bagian: kind })}>{t.settings.csv.example}</a>
      </p>
    </>
  )
}
