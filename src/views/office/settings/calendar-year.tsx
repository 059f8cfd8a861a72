import { readDays } from '../../../domain/city/calendar-days.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Typed } from '../../../forms/read.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { Field, HiddenToken, TextArea } from '../../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../../components/parts.tsx'

interface Props {
  t: Words
  token: string
  title: string
  /** Null: a new one. */
  year: number | null
  /** What is kept now, by field. */
  stands: Typed
  typed: Typed
  /** The last change of the year. */
  seen: number
  errors: FieldError[]
  /** Somebody changed it since the form was opened. */
  meanwhile: { who: string; at: Instant } | null
}

export function CalendarYearPage(props: Props) {
  const { t, token, year, errors } = props
  const error = errorFor(errors, 'tabel')
  return (
    <>
      <p>
        <a href={patterns.calendar}>‹ {t.settings.nouns.calendar.title}</a>
      </p>
      <h1>{props.title}</h1>
      <ErrorSummary t={t} errors={errors} />
      {props.meanwhile && <Meanwhile {...props} meanwhile={props.meanwhile} />}
      <form
        method="post"
        action={build('calendarYear', { tahun: year ?? 'baru' })}
        enctype="multipart/form-data"
        class="wide"
      >
        <HiddenToken name="sesi" value={token} />
        <HiddenToken name="versi" value={String(props.seen)} />
        {year === null && <Line {...props} name="tahun" required look="short" />}
        <Line {...props} name="sumber" required />
        <TextArea
          t={t}
          name="hari"
          label={t.settings.fields.hari?.[0] ?? ''}
          hint={t.settings.fields.hari?.[1]}
          error={errorFor(errors, 'hari')}
          value={props.typed.hari ?? ''}
        />
        <div class={error ? 'field bad' : 'field'}>
          <label for="tabel">{t.calendar.file}</label>{' '}
          <span class="hint" id="tabel-h">
            {t.calendar.fileHint}
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
            accept=".csv,.ics,text/csv,text/calendar"
            aria-describedby={error ? 'tabel-e tabel-h' : 'tabel-h'}
          />
        </div>
        <Field
          t={t}
          name="hari_kerja"
          label={t.calendar.expected}
          hint={t.calendar.expectedHint}
          error={errorFor(errors, 'hari_kerja')}
          value={props.typed.hari_kerja ?? ''}
          inputmode="numeric"
          look="short"
          autocomplete="off"
          optional
        />
        {year !== null && <Line {...props} name="alasan_ubah" />}
        <Button>{t.calendar.preview}</Button>
      </form>
      {year !== null && (
        <>
          <p>
            <a href={build('calendarTable', { tahun: year })}>{t.calendar.table}</a>
          </p>
          <form method="post" action={build('calendarYear', { tahun: year })}>
            <HiddenToken name="sesi" value={token} />
            <HiddenToken name="versi" value={String(props.seen)} />
            <HiddenToken name="hapus" value="ya" />
            <HiddenToken name="sumber" value={props.stands.sumber ?? ''} />
            <HiddenToken name="hari" value={props.stands.hari ?? ''} />
            <Button line>{t.calendar.remove}</Button>{' '}
            <span class="hint">{t.calendar.removeHint}</span>
          </form>
        </>
      )}
    </>
  )
}

function Line({
  t,
  name,
  typed,
  errors,
  required,
  look,
}: Props & { name: string; required?: boolean; look?: 'short' }) {
  const [label = name, hint = ''] = t.settings.fields[name] ?? []
  return (
    <Field
      t={t}
      name={name}
      label={label}
      hint={hint || undefined}
      error={errorFor(errors, name)}
      value={typed[name] ?? ''}
      required={required}
      optional={!required}
      look={look}
      autocomplete="off"
    />
  )
}

/** What the other one made of it: the lines that mine has not, and the other way about. */
function Meanwhile({
  t,
  stands,
  typed,
  meanwhile,
}: Props & { meanwhile: { who: string; at: Instant } }) {
  const mine = readDays(typed.hari ?? '').days
  const theirs = readDays(stands.hari ?? '').days
  const differ = theirs.filter(({ day, name }) =>
    mine.every((one) => one.day !== day || one.name !== name),
  )
  const gone = mine.filter(({ day }) => theirs.every((one) => one.day !== day))
  return (
    <Notice tone="wait">
      <p role="alert">
        <b>{t.settings.overtaken(meanwhile.who, t.clockTime(meanwhile.at))}</b>
      </p>
      <ul>
        {stands.sumber !== typed.sumber && (
          <li>{t.settings.theirs(t.settings.fields.sumber?.[0] ?? '', stands.sumber ?? '')}</li>
        )}
        {differ.map(({ day, name }) => (
          <li>{t.settings.theirs(t.mediumDate(day), name)}</li>
        ))}
        {gone.map(({ day }) => (
          <li>{t.settings.theirs(t.mediumDate(day), t.calendar.draft.removed)}</li>
        ))}
      </ul>
      <p>{t.settings.overtakenHint}</p>
    </Notice>
  )
}
