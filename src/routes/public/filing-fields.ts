import * as z from 'zod'
import type { Filing } from '../../db/filing.ts'
import { type Channel, CLASSES } from '../../domain/case/complaint.ts'
import { proposeSensitivity } from '../../domain/case/sensitivity.ts'
import type { City } from '../../domain/city/city.ts'
import { parsePoint } from '../../domain/city/point.ts'
import { cleanLine, cleanText, titleFrom } from '../../domain/text/clean-text.ts'
import { TEXT_MAX, TEXT_MIN, TITLE_MAX } from '../../domain/text/limits.ts'
import { dateOf, type Instant, isIsoDate } from '../../domain/time/time.ts'
import { parseToken } from '../../seal/form-token.ts'
import { filingErrors as say } from '../../words/id/filing-errors.ts'
import { classes } from '../../words/id/states.ts'

function line(max: number, message: string) {
  return z.string().default('').transform(cleanLine).pipe(z.string().max(max, message))
}

function optional(max: number, message: string) {
  return line(max, message).transform((text) => text || null)
}

const PHONE = /^(\+62|62|0)\d{7,13}$/

const phone = optional(40, say.phone).refine(
  (text) => text === null || PHONE.test(text.replace(/[\s().-]/g, '')),
  say.phone,
)

const email = optional(200, say.email).refine(
  (text) => text === null || z.email().safeParse(text).success,
  say.email,
)

/** Who reports and how to reach them; each may stay empty. */
export const contactFields = z.object({
  nama: optional(120, say.nameLong),
  kontak_telepon: phone,
  kontak_email: email,
})

const point = z
  .string()
  .default('')
  .refine((text) => text.trim() === '' || parsePoint(text) !== null, say.point)
  .transform(parsePoint)

/** The fields of the form as they are posted; every message is what the reporter reads. */
export function filingFields(city: City, now: Instant) {
  const id = (ids: number[], message: string) =>
    z
      .string()
      .default('')
      .transform((text) =>
        text === '' ? null : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN,
      )
      .refine((n) => n === null || ids.includes(n), message)
  return z.object({
    kiriman: z.string().default(''),
    isi: z
      .string()
      .default('')
      .transform(cleanText)
      .pipe(
        z
          .string()
          .refine((text) => [...text].length >= TEXT_MIN, say.textShort)
          .refine((text) => [...text].length <= TEXT_MAX, say.textLong),
      ),
    judul: line(TITLE_MAX, say.titleLong),
    jenis: z
      .string()
      .default(classes.complaint.value)
      .transform((value) => CLASSES.find((c) => classes[c].value === value))
      .pipe(z.enum(CLASSES, say.class)),
    tanggal: z
      .string(say.date)
      .refine(isIsoDate, say.date)
      .refine((day) => day <= dateOf(now, city.settings.offset), say.future)
      .refine((day) => day >= '2000-01-01', say.longAgo),
    kategori: id(
      city.categories.map((c) => c.id),
      say.category,
    ),
    kelurahan: id(
      city.areas.filter((a) => a.parentId !== null).map((a) => a.id),
      say.subdistrict,
    ),
    opd: id(
      city.agencies.map((a) => a.id),
      say.agency,
    ),
    patokan: optional(200, say.landmarkLong),
    titik: point,
    ...contactFields.shape,
    keterbukaan: z.enum(['terbuka', 'rahasia'], say.visibility).default('terbuka'),
    anonim: z.string().optional(),
    kuasa: optional(500, say.extraLong),
    kerugian: optional(1000, say.extraLong),
    tuntutan: optional(1000, say.extraLong),
  })
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
