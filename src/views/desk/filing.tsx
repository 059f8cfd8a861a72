import { type Channel, CLASSES } from '../../domain/case/complaint.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../components/parts.tsx'
import type { FormCatalog } from '../public/report-form.tsx'

/** Ways in which a report reaches the staff, in the order in which they are common. */
export const STAFF_CHANNELS = [
  'counter',
  'phone',
  'whatsapp',
  'letter',
  'email',
  'lapor',
] as const satisfies readonly Channel[]

/** With what an administrator tries the system out. */
export const ADMIN_CHANNELS = [...STAFF_CHANNELS, 'test'] as const satisfies readonly Channel[]

interface Props {
  session: string
  token: string
  typed: Record<string, string>
  errors: FieldError[]
  catalog: FormCatalog
  channels: readonly Channel[]
  today: IsoDate
  /** The same form was sent with other words before. */
  asked: boolean
}

export function FilingForm(props: Props & { t: Words }) {
  const { t } = props
  return (
    <>
      <h1>{t.deskForms.filing.title}</h1>
      <p class="soft">{t.deskForms.filing.lead}</p>
      {props.asked && (
        <Notice tone="wait">
          <p>{t.deskForms.filing.again}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={props.errors} />
      <form method="post" action={patterns.staffFile} class="wide">
        <HiddenToken name="sesi" value={props.session} />
        <HiddenToken value={props.token} />
        <What {...props} />
        <Who {...props} />
        <Button>{t.deskForms.filing.send}</Button>
      </form>
    </>
  )
}

function What({ t, typed, errors, catalog, channels, today }: Props & { t: Words }) {
  return (
    <>
      <div class="pair">
        <Select
          t={t}
          name="kanal"
          label={t.deskForms.filing.channel}
          value={typed.kanal ?? 'counter'}
          error={errorFor(errors, 'kanal')}
          options={channels.map((value) => ({ value, label: t.channels[value] }))}
        />
        <Select
          t={t}
          name="jenis"
          label={t.fields.jenis.label}
          value={typed.jenis}
          error={errorFor(errors, 'jenis')}
          options={CLASSES.map((one) => t.classes[one])}
        />
      </div>
      <TextArea
        t={t}
        name="isi"
        label={t.deskForms.filing.text}
        hint={t.deskForms.filing.textHint}
        required
        value={typed.isi}
        error={errorFor(errors, 'isi')}
      />
      <div class="pair">
        <Field
          t={t}
          name="tanggal"
          label={t.fields.tanggal.label}
          day
          max={today}
          required
          value={typed.tanggal ?? today}
          error={errorFor(errors, 'tanggal')}
        />
        <Select
          t={t}
          name="kategori"
          label={t.fields.kategori.label}
          blank={t.form.chooseCategory}
          value={typed.kategori}
          error={errorFor(errors, 'kategori')}
          options={catalog.categories}
        />
        <Select
          t={t}
          name="kelurahan"
          label={t.fields.kelurahan.label}
          blank={t.form.chooseSubdistrict}
          value={typed.kelurahan}
          error={errorFor(errors, 'kelurahan')}
          groups={catalog.districts}
        />
        <Field
          t={t}
          name="patokan"
          label={t.fields.patokan.label}
          optional
          value={typed.patokan}
          error={errorFor(errors, 'patokan')}
        />
        <Select
          t={t}
          name="opd"
          label={t.fields.opd.label}
          blank={t.form.chooseAgency}
          value={typed.opd}
          error={errorFor(errors, 'opd')}
          options={catalog.agencies}
        />
        <Field
          t={t}
          name="nomor_lapor"
          label={t.deskForms.filing.lapor}
          hint={t.deskForms.filing.laporHint}
          optional
          value={typed.nomor_lapor}
        />
      </div>
    </>
  )
}

function Who({ t, typed, errors }: Props & { t: Words }) {
  const odd = errorFor(errors, 'pemegang')
  return (
    <>
      <div class="pair">
        <Field
          t={t}
          name="nama"
          label={t.deskForms.filing.name}
          optional
          value={typed.nama}
          error={errorFor(errors, 'nama')}
        />
        <Field
          t={t}
          name="kontak_telepon"
          label={t.fields.kontak_telepon.label}
          type="tel"
          optional
          value={typed.kontak_telepon}
          error={errorFor(errors, 'kontak_telepon')}
        />
        <Field
          t={t}
          name="kontak_email"
          label={t.fields.kontak_email.label}
          inputmode="email"
          optional
          value={typed.kontak_email}
          error={errorFor(errors, 'kontak_email')}
        />
      </div>
      <fieldset id="pemegang" tabindex={-1}>
        <legend>{t.deskForms.filing.holder}</legend>
        {odd && (
          <span class="msg" id="pemegang-e">
            {odd}
          </span>
        )}
        <Pick
          type="radio"
          name="pemegang"
          value="ya"
          label={t.deskForms.filing.holderYes}
          hint={t.deskForms.filing.holderYesHint}
          checked={(typed.pemegang ?? 'ya') === 'ya'}
        />
        <Pick
          type="radio"
          name="pemegang"
          value="tidak"
          label={t.deskForms.filing.holderNo}
          hint={t.deskForms.filing.holderNoHint}
          checked={typed.pemegang === 'tidak'}
        />
      </fieldset>
      <fieldset>
        <legend>{t.form.whoSees}</legend>
        <Pick
          type="checkbox"
          name="keterbukaan"
          value="rahasia"
          label={t.deskForms.filing.secret}
          checked={typed.keterbukaan === 'rahasia'}
        />
        <Pick
          type="checkbox"
          name="anonim"
          value="ya"
          label={t.deskForms.filing.anonymous}
          checked={typed.anonim !== undefined}
        />
      </fieldset>
    </>
  )
}
