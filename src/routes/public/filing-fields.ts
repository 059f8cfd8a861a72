import * as z from 'zod/mini'
import type { Filing } from '../../db/filing.ts'
import { type Channel, CLASSES } from '../../domain/case/complaint.ts'
import { proposeSensitivity } from '../../domain/case/sensitivity.ts'
import type { City } from '../../domain/city/city.ts'
import { readPoint } from '../../domain/city/typed-point.ts'
import { contactFrom } from '../../domain/people/contact.ts'
import { titleFrom } from '../../domain/text/clean-text.ts'
import { TEXT_MAX, TEXT_MIN, TITLE_MAX } from '../../domain/text/limits.ts'
import { dateOf, type Instant, type IsoDate } from '../../domain/time/time.ts'
import { readDate } from '../../domain/time/typed-date.ts'
import type { FieldsOf } from '../../forms/field-of.ts'
import { choice, contactFields, idAmong, remark, typed, words } from '../../forms/fields.ts'
import type { Words } from '../../words/words.ts'

function day(t: Words, today: IsoDate) {
  return typed((text) => (text.trim() === '' ? today : (readDate(text) ?? ''))).check(
    z.refine((read) => read !== '', t.filingErrors.date),
    z.refine((read) => read <= today, t.filingErrors.future),
    z.refine((read) => read === '' || read >= '2000-01-01', t.filingErrors.longAgo),
  )
}

function classOf(t: Words) {
  const said = z._default(z.string(), t.classes.complaint.value)
  const found = z.transform((value: string) => CLASSES.find((c) => t.classes[c].value === value))
  return z.pipe(z.pipe(said, found), z.enum(CLASSES, t.filingErrors.class))
}

export function filingFields(t: Words, city: City, now: Instant) {
  return z.object({
    kiriman: z._default(z.string(), ''),
    isi: words([TEXT_MIN, t.filingErrors.textShort], [TEXT_MAX, t.filingErrors.textLong]),
    judul: remark(t),
    jenis: classOf(t),
    tanggal: day(t, dateOf(now, city.settings.offset)),
    kategori: idAmong(
      city.categories.map((c) => c.id),
      t.filingErrors.category,
    ),
    kelurahan: idAmong(
      city.areas.filter((a) => a.parentId !== null).map((a) => a.id),
      t.filingErrors.subdistrict,
    ),
    opd: idAmong(
      city.agencies.map((a) => a.id),
      t.filingErrors.agency,
    ),
    patokan: remark(t),
    titik: remark(t),
    ...contactFields(t).shape,
    keterbukaan: z._default(choice(['terbuka', 'rahasia'], t.filingErrors.visibility), 'terbuka'),
    anonim: z.optional(z.string()),
    kuasa: remark(t),
    kerugian: remark(t),
    tuntutan: remark(t),
  })
}

export const FILING: FieldsOf = {
  isi: 'text',
  jenis: 'class',
  tanggal: 'incidentDay',
  kategori: 'categoryId',
  kelurahan: 'subdistrictId',
  opd: 'proposedAgencyId',
  keterbukaan: 'confidential',
  anonim: 'anonymous',
}

export type FilingFields = z.output<ReturnType<typeof filingFields>>

/** The checked fields as one filing; the district follows from the subdistrict. */
export function toFiling(fields: FilingFields, city: City, channel: Channel): Filing {
  const subdistrict = city.areas.find((a) => a.id === fields.kelurahan)
  const point = readPoint(fields.titik ?? '')
  const landmark = [fields.patokan, point ? null : fields.titik].filter(Boolean).join('; ')
  const { title, text } = told(fields)
  return {
    token: fields.kiriman,
    command: {
      class: fields.jenis,
      categoryId: fields.kategori,
      districtId: subdistrict?.parentId ?? null,
      subdistrictId: fields.kelurahan,
      proposedAgencyId: fields.opd,
      anonymous: fields.anonim !== undefined,
      confidential: fields.keterbukaan === 'rahasia',
      channel,
      hasKeyHolder: true,
      incidentDay: fields.tanggal,
      text,
      sensitive: proposeSensitivity(text),
    },
    words: {
      title,
      text,
      incidentDay: fields.tanggal,
      landmark: landmark || null,
      lat: point?.lat ?? null,
      lng: point?.lng ?? null,
      onBehalf: fields.kuasa,
      loss: fields.kerugian,
      settlement: fields.tuntutan,
      laporNumber: null,
    },
    identity: {
      name: fields.nama,
      ...contactFrom({ phone: fields.kontak_telepon, email: fields.kontak_email }),
    },
  }
}

/** What is too long for a title was told in the wrong field: it begins the report. */
function told({ judul, isi }: FilingFields): { title: string; text: string } {
  if (judul === null || [...judul].length <= TITLE_MAX)
    return { title: judul ?? titleFrom(isi), text: isi }
  return { title: titleFrom(judul), text: `${judul}\n\n${isi}` }
}
