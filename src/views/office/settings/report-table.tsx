import type { FieldError } from '../../../forms/field-error.ts'
import { patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { Field, HiddenToken } from '../../components/fields.tsx'
import { Button, ErrorSummary, errorFor } from '../../components/parts.tsx'

interface Props {
  t: Words
  token: string
  typed: Readonly<Record<string, string>>
  errors: FieldError[]
}

export function ReportTablePage({ t, token, typed, errors }: Props) {
  const say = t.settings.reportTable
  return (
    <>
      <p>
        <a href={patterns.settings}>‹ {t.settings.back}</a>
      </p>
      <h1>{say.title}</h1>
      <p class="soft">{say.lead}</p>
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action={patterns.reportTable} class="wide">
        <HiddenToken name="sesi" value={token} />
        {(['dari', 'sampai'] as const).map((name) => (
          <Field
            t={t}
            name={name}
            label={say[name]}
            value={typed[name]}
            day
            look="short"
            required
            error={errorFor(errors, name)}
          />
        ))}
        <Button>{say.button}</Button>
      </form>
    </>
  )
}
