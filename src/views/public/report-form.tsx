import { CLASSES } from '../../domain/case/complaint.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import { type FieldName, fields, form } from '../../words/id/form.ts'
import { classes } from '../../words/id/states.ts'
import {
  Field,
  HiddenToken,
  type Option,
  type OptionGroup,
  Pick,
  Select,
  TextArea,
} from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, type FieldError, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

/** Values as posted; unknown names are ignored. */
export type FormValues = Partial<Record<FieldName | 'keterbukaan' | 'anonim' | 'dari', string>>

export interface FormCatalog {
  categories: Option[]
  /** Subdistricts under their district. */
  districts: OptionGroup[]
  agencies: Option[]
}

export interface ReportFormProps {
  site: Site
  action: string
  /** `kiriman`: minted per view. */
  token: string
  values: FormValues
  errors: FieldError[]
  catalog: FormCatalog
  /** 'Jumat, 27 November 2026' */
  verifyBy: string
  today: IsoDate
  /** Asked when a token came back with other words (docs/data.md, Filing once). */
  again?: boolean
}

/** The whole complaint form: one page, text only, complete without JavaScript. */
export function ReportForm(props: ReportFormProps) {
  return (
    <PublicLayout
      site={props.site}
      title={form.title}
      style="form"
      failed={props.errors.length > 0}
    >
      <h1>{form.title}</h1>
      <p class="lead">
        {form.noAccount} {form.verifyBy(props.verifyBy)}
      </p>
      {props.again && (
        <Notice tone="wait">
          <p>{form.alreadySent}</p>
        </Notice>
      )}
      <ErrorSummary errors={props.errors} />
      {props.site.emergency.phone && <Emergency {...props.site.emergency} />}
      <form method="post" action={props.action}>
        <HiddenToken value={props.token} />
        {props.values.dari && <input type="hidden" name="dari" value={props.values.dari} />}
        <What {...props} />
        <Where {...props} />
        <WhoSees values={props.values} />
        <Contact {...props} />
        <More {...props} />
        <p class="hint">
          {form.photosLater} <a href={build('privacy')}>{form.privacy}</a>
        </p>
        <Button wide>{form.submit}</Button>
      </form>
    </PublicLayout>
  )
}

function Emergency({ phone, text }: Site['emergency']) {
  return (
    <Notice tone="late">
      <p>
        <b>{form.emergency(text)}</b> <a href={`tel:${phone}`}>{form.emergencyCall(phone)}</a>.
      </p>
    </Notice>
  )
}

type PartProps = Pick_<ReportFormProps, 'values' | 'errors' | 'catalog' | 'today'>
type Pick_<T, K extends keyof T> = { [P in K]: T[P] }

/** Everything of a field that its name decides. */
function of(name: FieldName, { values, errors }: Pick_<PartProps, 'values' | 'errors'>) {
  return {
    name,
    ...fields[name],
    value: values[name],
    error: errorFor(errors, name),
  }
}

function What(props: PartProps) {
  return (
    <>
      <TextArea {...of('isi', props)} required minlength={20} />
      <Select
        {...of('kategori', props)}
        blank={form.chooseCategory}
        options={props.catalog.categories}
      />
    </>
  )
}

function Where(props: PartProps) {
  return (
    <>
      <Select
        {...of('kelurahan', props)}
        blank={form.chooseSubdistrict}
        groups={props.catalog.districts}
      />
      <Field {...of('patokan', props)} optional maxlength={200} />
      <Field
        {...of('tanggal', props)}
        value={props.values.tanggal ?? props.today}
        type="date"
        look="short"
        required
        max={props.today}
      />
    </>
  )
}

function WhoSees({ values }: { values: FormValues }) {
  return (
    <fieldset>
      <legend>{form.whoSees}</legend>
      <Pick
        type="radio"
        name="keterbukaan"
        value="terbuka"
        label={form.open}
        hint={form.openHint}
        checked={values.keterbukaan !== 'rahasia'}
      />
      <Pick
        type="radio"
        name="keterbukaan"
        value="rahasia"
        label={form.confidential}
        hint={form.confidentialHint}
        checked={values.keterbukaan === 'rahasia'}
      />
      <Pick
        type="checkbox"
        name="anonim"
        value="1"
        label={form.anonymous}
        hint={form.anonymousHint}
        checked={values.anonim === '1'}
      />
      <p class="hint">{form.anonymousLimit}</p>
    </fieldset>
  )
}

function Contact(props: PartProps) {
  return (
    <fieldset>
      <legend>{form.contact}</legend>
      <p class="hint">{form.contactHint}</p>
      <Field {...of('kontak_telepon', props)} type="tel" autocomplete="tel" />
      <Field {...of('kontak_email', props)} type="email" autocomplete="email" />
      <Field {...of('nama', props)} autocomplete="name" />
    </fieldset>
  )
}

const MORE: readonly FieldName[] = [
  ...(['judul', 'jenis', 'opd', 'titik'] as const),
  ...(['kuasa', 'kerugian', 'tuntutan'] as const),
]

/** Legal and rare fields, closed unless one of them is filled or at fault. */
function More(props: PartProps) {
  const used = MORE.some((name) => props.values[name] || errorFor(props.errors, name))
  return (
    <details open={used}>
      <summary>{form.more}</summary>
      <Field {...of('judul', props)} maxlength={120} />
      <Select {...of('jenis', props)} options={CLASSES.map((name) => classes[name])} />
      <Select {...of('opd', props)} blank={form.chooseAgency} options={props.catalog.agencies} />
      <Field {...of('titik', props)} maxlength={60} />
      <TextArea {...of('kuasa', props)} low />
      <TextArea {...of('kerugian', props)} low />
      <TextArea {...of('tuntutan', props)} low />
    </details>
  )
}
