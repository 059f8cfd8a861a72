import { type Channel, CLASSES } from '../../domain/case/complaint.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { patterns } from '../../paths.ts'
import { deskForms } from '../../words/id/desk-forms.ts'
import { fields, form as words } from '../../words/id/form.ts'
import { channels, classes } from '../../words/id/states.ts'
import { Field, HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, type FieldError, Notice } from '../components/parts.tsx'
import type { FormCatalog } from '../public/report-form.tsx'

const say = deskForms.filing

/** Ways in which a report reaches the staff, in the order in which they are common. */
export const STAFF_CHANNELS = [
  'counter',
  'phone',
  'whatsapp',
  'letter',
  'email',
  'lapor',
] as const satisfies readonly Channel[]

interface Props {
  session: string
  token: string
  typed: Record<string, string>
  errors: FieldError[]
  catalog: FormCatalog
  today: IsoDate
  /** The same form was sent with other words before. */
  asked: boolean
}

/** What somebody says at the counter or on the phone, written down for them. */
export function FilingForm(props: Props) {
  return (
    <>
      <h1>{say.title}</h1>
      <p class="soft">{say.lead}</p>
      {props.asked && (
        <Notice tone="wait">
          <p>{say.again}</p>
        </Notice>
      )}
      <ErrorSummary errors={props.errors} />
      <form method="post" action={patterns.staffFile} class="wide">
        <HiddenToken name="sesi" value={props.session} />
        <HiddenToken value={props.token} />
        <What {...props} />
        <Who {...props} />
        <Button>{say.send}</Button>
      </form>
    </>
  )
}

function What({ typed, errors, catalog, today }: Props) {
  return (
    <>
      <div class="pair">
        <Select
          name="kanal"
          label={say.channel}
          value={typed.kanal ?? 'counter'}
          error={errorFor(errors, 'kanal')}
          options={STAFF_CHANNELS.map((value) => ({ value, label: channels[value] }))}
        />
        <Select
          name="jenis"
          label={fields.jenis.label}
          value={typed.jenis}
          error={errorFor(errors, 'jenis')}
          options={CLASSES.map((one) => classes[one])}
        />
      </div>
      <TextArea
        name="isi"
        label={say.text}
        hint={say.textHint}
        required
        value={typed.isi}
        error={errorFor(errors, 'isi')}
      />
      <div class="pair">
        <Field
          name="tanggal"
          label={fields.tanggal.label}
          type="date"
          max={today}
          required
          value={typed.tanggal ?? today}
          error={errorFor(errors, 'tanggal')}
        />
        <Select
          name="kategori"
          label={fields.kategori.label}
          blank={words.chooseCategory}
          value={typed.kategori}
          error={errorFor(errors, 'kategori')}
          options={catalog.categories}
        />
        <Select
          name="kelurahan"
          label={fields.kelurahan.label}
          blank={words.chooseSubdistrict}
          value={typed.kelurahan}
          error={errorFor(errors, 'kelurahan')}
          groups={catalog.districts}
        />
        <Field
          name="patokan"
          label={fields.patokan.label}
          optional
          value={typed.patokan}
          error={errorFor(errors, 'patokan')}
        />
        <Select
          name="opd"
          label={fields.opd.label}
          blank={words.chooseAgency}
          value={typed.opd}
          error={errorFor(errors, 'opd')}
          options={catalog.agencies}
        />
        <Field
          name="nomor_lapor"
          label={say.lapor}
          hint={say.laporHint}
          optional
          value={typed.nomor_lapor}
        />
      </div>
    </>
  )
}

function Who({ typed, errors }: Props) {
  return (
    <>
      <div class="pair">
        <Field
          name="nama"
          label={deskForms.filing.name}
          optional
          value={typed.nama}
          error={errorFor(errors, 'nama')}
        />
        <Field
          name="kontak_telepon"
          label={fields.kontak_telepon.label}
          type="tel"
          optional
          value={typed.kontak_telepon}
          error={errorFor(errors, 'kontak_telepon')}
        />
        <Field
          name="kontak_email"
          label={fields.kontak_email.label}
          type="email"
          optional
          value={typed.kontak_email}
          error={errorFor(errors, 'kontak_email')}
        />
      </div>
      <fieldset>
        <legend>{say.holder}</legend>
        <Pick
          type="radio"
          name="pemegang"
          value="ya"
          label={say.holderYes}
          hint={say.holderYesHint}
          checked={typed.pemegang !== 'tidak'}
        />
        <Pick
          type="radio"
          name="pemegang"
          value="tidak"
          label={say.holderNo}
          hint={say.holderNoHint}
          checked={typed.pemegang === 'tidak'}
        />
      </fieldset>
      <fieldset>
        <legend>{words.whoSees}</legend>
        <Pick
          type="checkbox"
          name="keterbukaan"
          value="rahasia"
          label={say.secret}
          checked={typed.keterbukaan === 'rahasia'}
        />
        <Pick
          type="checkbox"
          name="anonim"
          value="ya"
          label={say.anonymous}
          checked={typed.anonim !== undefined}
        />
      </fieldset>
    </>
  )
}
