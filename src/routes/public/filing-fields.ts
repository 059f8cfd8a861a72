import * as z from 'zod'
import type { Filing } from '../../db/filing.ts'
import { type Channel, CLASSES } from '../../domain/case/complaint.ts'
import { proposeSensitivity } from '../../domain/case/sensitivity.ts'
import type { City } from '../../domain/city/city.ts'
import { parsePoint } from '../../domain/city/point.ts'
import { titleFrom } from '../../domain/text/clean-text.ts'
import { TEXT_MAX, TEXT_MIN, TITLE_MAX } from '../../domain/text/limits.ts'
import { dateOf, type Instant, isIsoDate } from '../../domain/time/time.ts'
import type { FieldsOf } from '../../forms/field-of.ts'
import { contactFields, idAmong, line, optional, words } from '../../forms/fields.ts'
import { parseToken } from '../../seal/form-token.ts'
import type { Words } from '../../words/words.ts'

function point(t: Words) {
  return z
    .string()
    .default('')
    .refine((text) => text.trim() === '' || parsePoint(text) !== null, t.filingErrors.point)
    .transform(parsePoint)
}

export function filingFields(t: Words, city: City, now: Instant) {
  return z.object({
    kiriman: z.string().default(''),
    isi: words([TEXT_MIN, t.filingErrors.textShort], [TEXT_MAX, t.filingErrors.textLong]),
    judul: line(TITLE_MAX, t.filingErrors.titleLong),
    jenis: z
      .string()
      .default(t.classes.complaint.value)
      .transform((value) => CLASSES.find((c) => t.classes[c].value === value))
      .pipe(z.enum(CLASSES, t.filingErrors.class)),
    tanggal: z
      .string(t.filingErrors.date)
      .refine(isIsoDate, t.filingErrors.date)
      .refine((day) => day <= dateOf(now, city.settings.offset), t.filingErrors.future)
      .refine((day) => day >= '2000-01-01', t.filingErrors.longAgo),
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
    patokan: optional(200, t.filingErrors.landmarkLong),
    titik: point(t),
    ...contactFields(t).shape,
    keterbukaan: z.enum(['terbuka', 'rahasia'], t.filingErrors.visibility).default('terbuka'),
    anonim: z.string().optional(),
    kuasa: optional(500, t.filingErrors.extraLong),
    kerugian: optional(1000, t.filingErrors.extraLong),
    tuntutan: optional(1000, t.filingErrors.extraLong),
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
  return {
    token: parseToken(fields.kiriman) ?? '',
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
      text: fields.isi,
      sensitive: proposeSensitivity(fields.isi),
    },
    words: {
      title: fields.judul || titleFrom(fields.isi),
      text: fields.isi,
      incidentDay: fields.tanggal,
      landmark: fields.patokan,
      lat: fields.titik?.lat ?? null,
      lng: fields.titik?.lng ?? null,
      onBehalf: fields.kuasa,
      loss: fields.kerugian,
      settlement: fields.tuntutan,
      laporNumber: null,
    },
    identity: { name: fields.nama, phone: fields.kontak_telepon, email: fields.kontak_email },
  }
}
