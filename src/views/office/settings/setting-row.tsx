import type { City } from '../../../domain/city/city.ts'
import type { Column, Sheet } from '../../../domain/city/sheets/sheet.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Typed } from '../../../forms/read.ts'
import { build } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { Field, HiddenToken, Pick, Select, TextArea } from '../../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../../components/parts.tsx'
import { Done } from '../../desk/notices.tsx'
import { PictureField } from './picture-field.tsx'
import { saidOf } from './said-of.ts'
import { Undo } from './setting-undo.tsx'

interface Props {
  t: Words
  token: string
  city: City
  sheet: Sheet
  /** Null: a new one. */
  rowId: number | null
  title: string
  /** What is kept now, by field. */
  stands: Typed
  typed: Typed
  /** The last change of the row. */
  seen: number
  /** Guarded fields that wait for a second person's yes. */
  waits: Typed | null
  errors: FieldError[]
  said: string | null
  /** The change that may be taken back. */
  undo: number | null
  /** Somebody changed it since the form was opened. */
  meanwhile: { who: string; at: Instant } | null
}

export function SettingRowPage(props: Props) {
  const { t, sheet, token, undo, rowId } = props
  const back = sheet.single ? build('settings') : build('settingList', { bagian: sheet.at })
  const backTo = sheet.single ? t.settings.back : t.settings.nouns[sheet.noun].title
  const hasPicture = sheet.columns.some(({ kind }) => kind === 'picture')
  return (
    <>
      <p>
        <a href={back}>‹ {backTo}</a>
      </p>
      <h1>{props.title}</h1>
      <Done t={t} said={props.said} undo={null} />
      {undo !== null && <Undo t={t} token={token} seq={undo} />}
      <ErrorSummary t={t} errors={props.errors} />
      {props.waits && <Waits t={t} waits={props.waits} />}
      {props.meanwhile && <Meanwhile {...props} meanwhile={props.meanwhile} />}
      <form
        method="post"
        action={build('settingRow', { bagian: sheet.at, id: rowId ?? 'baru' })}
        class="wide"
        enctype={hasPicture ? 'multipart/form-data' : undefined}
      >
        <HiddenToken name="sesi" value={token} />
        <HiddenToken name="versi" value={String(props.seen)} />
        {sheet.columns.map((column) => (
          <ColumnField {...props} column={column} />
        ))}
        <Button>{t.settings.save}</Button>
      </form>
    </>
  )
}

function Waits({ t, waits }: { t: Words; waits: Typed }) {
  return (
    <Notice tone="wait">
      <p>{t.settings.waits}</p>
      <ul>
        {Object.entries(waits).map(([name, value]) => (
          <li>
            {t.settings.fields[name]?.[0] ?? name}: {value || t.settings.emptyValue}
          </li>
        ))}
      </ul>
      <p>
        <a href={build('grants')}>{t.people.seeWaiting}</a>
      </p>
    </Notice>
  )
}

function Meanwhile({
  t,
  sheet,
  stands,
  typed,
  meanwhile,
}: Props & { meanwhile: { who: string; at: Instant } }) {
  const others = sheet.columns.filter(
    ({ name }) => (typed[name] || 'tidak') !== (stands[name] || 'tidak'),
  )
  return (
    <Notice tone="wait">
      <p role="alert">
        <b>{t.settings.overtaken(meanwhile.who, t.clockTime(meanwhile.at))}</b>
      </p>
      <ul>
        {others.map(({ name }) => (
          <li>
            {t.settings.theirs(
              t.settings.fields[name]?.[0] ?? name,
              saidOf(t, name, stands[name] ?? ''),
            )}
          </li>
        ))}
      </ul>
      <p>{t.settings.overtakenHint}</p>
    </Notice>
  )
}

function ColumnField({ t, column, city, typed, errors }: Props & { column: Column }) {
  const { name, kind, required } = column
  const [label = name, hint = ''] = t.settings.fields[name] ?? []
  const value = typed[name] ?? ''
  if (kind === 'flag')
    return (
      <Pick
        type="checkbox"
        id={name}
        name={name}
        value="ya"
        label={label}
        hint={hint}
        checked={value === 'ya'}
      />
    )
  const field = {
    ...{ t, name, label, required, value },
    ...{
      hint: [hint, column.guarded && t.settings.guardedHint].filter(Boolean).join(' ') || undefined,
      error: errorFor(errors, name),
      optional: !required,
    },
  }
  if (kind === 'picture')
    return <PictureField {...field} error={errorFor(errors, `${name}_berkas`)} />
  if (kind === 'choice') {
    const said = t.settings.choices[name]
    return (
      <Select
        {...field}
        blank={required ? t.settings.choose : t.settings.optionalChoice}
        options={(column.choices?.(city) ?? []).map((one) => ({
          value: one.value,
          label: said?.[one.value] ?? one.label,
        }))}
      />
    )
  }
  if (kind === 'text') return <TextArea {...field} low />
  return (
    <Field
      {...field}
      autocomplete="off"
      day={kind === 'day'}
      look={kind === 'day' || kind === 'number' ? 'short' : undefined}
    />
  )
}
