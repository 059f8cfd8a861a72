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
import type { Words } from '../../words/words.ts'

function line(max: number, message: string) {
  return z.string().default('').transform(cleanLine).pipe(z.string().max(max, message))
}

function optional(max: number, message: string) {
  return line(max, message).transform((text) => text || null)
}

const PHONE = /^(\+62|62|0)\d{7,13}$/

function phone(t: Words) {
  return optional(40, t.filingErrors.phone).refine(
    (text) => text === null || PHONE.test(text.replace(/[\s().-]/g, '')),
    t.filingErrors.phone,
  )
}

function email(t: Words) {
  return optional(200, t.filingErrors.email).refine(
    (text) => text === null || z.email().safeParse(text).success,
    t.filingErrors.email,
  )
}

/** Who reports and how to reach them; each may stay empty. */
export function contactFields(t: Words) {
  return z.object({
    nama: optional(120, t.filingErrors.nameLong),
    kontak_telepon: phone(t),
    kontak_email: email(t),
  })
}

function point(t: Words) {
  return z
    .string()
    .default('')
    .refine((text) => text.trim() === '' || parsePoint(text) !== null, t.filingErrors.point)
    .transform(parsePoint)
}

/** The fields of the form as they are posted; every message is what the reporter reads. */
export function filingFields(t: Words, city: City, now: Instant) {
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
          .refine((text) => [...text].length >= TEXT_MIN, t.filingErrors.textShort)
          .refine((text) => [...text].length <= TEXT_MAX, t.filingErrors.textLong),
      ),
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
    kategori: id(
      city.categories.map((c) => c.id),
      t.filingErrors.category,
    ),
    kelurahan: id(
      city.areas.filter((a) => a.parentId !== null).map((a) => a.id),
      t.filingErrors.subdistrict,
    ),
    opd: id(
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
