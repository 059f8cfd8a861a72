import type { City } from '../../domain/city/city.ts'
import { KINDS_SAID } from '../../domain/people/read-template.ts'
import {
  TEMPLATE_KINDS,
  type Template,
  type TemplatePlace,
  type TemplateWords,
} from '../../domain/people/templates.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Typed } from '../../forms/read.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { type TemplateChanged, TemplateHistory } from './template-history.tsx'
import { placeText } from './template-place.ts'

interface Props {
  t: Words
  token: string
  city: City
  title: string
  place: TemplatePlace
  /** As the form sends it. */
  placeName: string
  /** Null: a new one. */
  stands: Template | null
  typed: Typed
  errors: FieldError[]
  /** Somebody changed it since the form was opened. */
  meanwhile: boolean
  said: string | null
  changes: TemplateChanged[]
  names: Map<string, string>
}

/** As a form says it. */
export function typedOf({ kind, name, text, active }: TemplateWords): Typed {
  return { jenis: KINDS_SAID[kind], nama: name, teks: text, aktif: active ? 'ya' : '' }
}

const BLANK: Typed = { aktif: 'ya' }

export function TemplatePage(props: Props) {
  const { t, city, place, stands, changes, names } = props
  const [of, lead] = placeText(t, city, place)
  return (
    <>
      <p>
        <a href={patterns.templates}>‹ {t.templates.back}</a>
      </p>
      <h1>{props.title}</h1>
      <p class="soft">
        {of}. {lead}
      </p>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      {props.meanwhile && stands && (
        <Notice tone="wait">
          <p role="alert">
            <b>{t.templates.overtaken(names.get(changes[0]?.by ?? '') ?? t.settings.someone)}</b>
          </p>
          <p>{t.templates.nowSays}:</p>
          <p class="words">
            {stands.name}
            {'\n'}
            {stands.text}
          </p>
          <p>{t.templates.overtakenHint}</p>
        </Notice>
      )}
      <TemplateForm {...props} />
      {changes.length > 0 && <TemplateHistory {...props} />}
    </>
  )
}

function TemplateForm({ t, token, stands, placeName, typed, errors }: Props) {
  const says = Object.keys(typed).length > 0 ? typed : stands ? typedOf(stands) : BLANK
  return (
    <form method="post" action={build('template', { id: stands?.id ?? 'baru' })} class="wide">
      <HiddenToken name="sesi" value={token} />
      <HiddenToken name="milik" value={placeName} />
      <HiddenToken name="versi" value={String(stands?.version ?? 0)} />
      <Field
        t={t}
        name="nama"
        label={t.templates.name}
        required
        autocomplete="off"
        value={says.nama}
        error={errorFor(errors, 'nama')}
      />
      <Select
        t={t}
        name="jenis"
        label={t.templates.kind}
        required
        blank={t.settings.choose}
        value={says.jenis}
        error={errorFor(errors, 'jenis')}
        options={TEMPLATE_KINDS.map((kind) => ({
          value: KINDS_SAID[kind],
          label: t.templates.kinds[kind],
        }))}
      />
      <TextArea
        t={t}
        name="teks"
        label={t.templates.text}
        hint={t.templates.textHint}
        required
        value={says.teks}
        error={errorFor(errors, 'teks')}
      />
      <Pick
        type="checkbox"
        id="aktif"
        name="aktif"
        value="ya"
        label={t.templates.active}
        hint={t.templates.activeHint}
        checked={says.aktif === 'ya'}
      />
      <Button>{t.templates.save}</Button>
    </form>
  )
}
