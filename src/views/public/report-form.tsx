import { CLASSES } from '../../domain/case/complaint.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { FieldName } from '../../words/id/form.ts'
import type { Words } from '../../words/words.ts'
import {
  Field,
  HiddenToken,
  type Option,
  type OptionGroup,
  Pick,
  Select,
  TextArea,
} from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { IntakeNotice } from './intake-notice.tsx'

/** Values as posted; unknown names are ignored. */
type FormValues = Partial<Record<FieldName | 'keterbukaan' | 'anonim' | 'dari', string>>

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
  /** The city's own, of today; each with its category's name, or of all reports. */
  notices: { category: string | null; text: string }[]
  /** Asked when a token came back with other words (docs/data.md, Filing once). */
  again?: boolean
  /** Asked when another form brought the same words within a day. */
  same?: Same
  script?: string
}

/** Where the first one's receipt is, in the browser that filed it. */
export interface Same {
  receiptHref: string | null
}

/** The whole complaint form: one page, text only, complete without JavaScript. */
export function ReportForm(props: ReportFormProps & { t: Words }) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.form.title}
      style="form"
      failed={props.errors.length > 0}
      script={props.script}
    >
      <h1>{t.form.title}</h1>
      <p class="lead">
        {t.form.noAccount} {t.form.verifyBy(props.verifyBy)}
      </p>
      <IntakeNotice t={t} site={props.site} />
      {props.again && (
        <Notice tone="wait">
          <p>{t.form.alreadySent}</p>
        </Notice>
      )}
      {props.same && <AskIfSame t={t} {...props.same} />}
      <ErrorSummary t={t} errors={props.errors} />
      {props.site.emergency.phone && <Emergency t={t} {...props.site.emergency} />}
      {props.notices.length > 0 && <CityNotices notices={props.notices} />}
      <form method="post" action={props.action}>
        <HiddenToken value={props.token} />
        {props.same && <HiddenToken name="lagi" value="1" />}
        {props.values.dari && <input type="hidden" name="dari" value={props.values.dari} />}
        <What {...props} />
        <Where {...props} />
        <WhoSees t={t} values={props.values} />
        <Contact {...props} />
        <More {...props} />
        <p class="hint">
          {t.form.photosLater} <a href={build('privacy')}>{t.form.privacy}</a>
        </p>
        <Button wide>{t.form.submit}</Button>
      </form>
    </PublicLayout>
  )
}

function AskIfSame({ t, receiptHref }: Same & { t: Words }) {
  return (
    <Notice tone="wait">
      <p role="alert">{t.form.same}</p>
      {receiptHref && (
        <p>
          <a href={receiptHref}>{t.form.sameReceipt}</a>
        </p>
      )}
    </Notice>
  )
}

export function Emergency({ t, phone, text }: Site['emergency'] & { t: Words }) {
  return (
    <Notice tone="wait">
      <p>
        <b>{t.form.emergency(text)}</b> <a href={`tel:${phone}`}>{t.form.emergencyCall(phone)}</a>.
      </p>
    </Notice>
  )
}

function CityNotices({ notices }: Pick_<ReportFormProps, 'notices'>) {
  return (
    <Notice>
      {notices.map(({ category, text }) => (
        <p>
          {category && <b>{category}:</b>} {text}
        </p>
      ))}
    </Notice>
  )
}

type PartProps = Pick_<ReportFormProps, 'values' | 'errors' | 'catalog' | 'today'>
type Pick_<T, K extends keyof T> = { [P in K]: T[P] }

/** Everything of a field that its name decides. */
function of(t: Words, name: FieldName, { values, errors }: Pick_<PartProps, 'values' | 'errors'>) {
  return {
    name,
    ...t.fields[name],
    value: values[name],
    error: errorFor(errors, name),
  }
}

function What(props: PartProps & { t: Words }) {
  const { t } = props
  return (
    <>
      <TextArea t={t} {...of(t, 'isi', props)} required minlength={20} />
      <Select
        t={t}
        {...of(t, 'kategori', props)}
        optional
        blank={t.form.chooseCategory}
        options={props.catalog.categories}
      />
    </>
  )
}

function Where(props: PartProps & { t: Words }) {
  const { t } = props
  return (
    <>
      <Select
        t={t}
        {...of(t, 'kelurahan', props)}
        optional
        blank={t.form.chooseSubdistrict}
        groups={props.catalog.districts}
      />
      <Field t={t} {...of(t, 'patokan', props)} optional />
      <Field
        t={t}
        {...of(t, 'tanggal', props)}
        value={props.values.tanggal ?? props.today}
        day
        look="short"
        required
        max={props.today}
      />
    </>
  )
}

function WhoSees({ t, values }: { t: Words; values: FormValues }) {
  return (
    <fieldset>
      <legend>{t.form.whoSees}</legend>
      <Pick
        type="radio"
        name="keterbukaan"
        value="terbuka"
        label={t.form.open}
        hint={t.form.openHint}
        checked={values.keterbukaan !== 'rahasia'}
      />
      <Pick
        type="radio"
        name="keterbukaan"
        value="rahasia"
        label={t.form.confidential}
        hint={t.form.confidentialHint}
        checked={values.keterbukaan === 'rahasia'}
      />
      <Pick
        type="checkbox"
        name="anonim"
        value="1"
        label={t.form.anonymous}
        hint={t.form.anonymousHint}
        checked={values.anonim === '1'}
      />
      <p class="hint">{t.form.anonymousLimit}</p>
    </fieldset>
  )
}

function Contact(props: PartProps & { t: Words }) {
  const { t } = props
  return (
    <fieldset>
      <legend>{t.form.contact}</legend>
      <p class="hint">{t.form.contactHint}</p>
      <Field t={t} {...of(t, 'kontak_telepon', props)} optional type="tel" autocomplete="tel" />
      <Field
        t={t}
        {...of(t, 'kontak_email', props)}
        optional
        inputmode="email"
        autocomplete="email"
      />
      <Field t={t} {...of(t, 'nama', props)} optional autocomplete="name" />
    </fieldset>
  )
}

const MORE: readonly FieldName[] = [
  ...(['judul', 'jenis', 'opd', 'titik'] as const),
  ...(['kuasa', 'kerugian', 'tuntutan'] as const),
]

/** Legal and rare fields, closed unless one of them is filled or at fault. */
function More(props: PartProps & { t: Words }) {
  const { t } = props
  const used = MORE.some((name) => props.values[name] || errorFor(props.errors, name))
  return (
    <details open={used}>
      <summary>{t.form.more}</summary>
      <Field t={t} {...of(t, 'judul', props)} optional />
      <Select t={t} {...of(t, 'jenis', props)} options={CLASSES.map((name) => t.classes[name])} />
      <Select
        t={t}
        {...of(t, 'opd', props)}
        optional
        blank={t.form.chooseAgency}
        options={props.catalog.agencies}
      />
      <Field t={t} {...of(t, 'titik', props)} optional />
      <TextArea t={t} {...of(t, 'kuasa', props)} optional low />
      <TextArea t={t} {...of(t, 'kerugian', props)} optional low />
      <TextArea t={t} {...of(t, 'tuntutan', props)} optional low />
    </details>
  )
}
