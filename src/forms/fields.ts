import * as z from 'zod'
import { cleanLine, cleanText } from '../domain/text/clean-text.ts'
import type { Words } from '../words/words.ts'

export function line(max: number, message: string) {
  return z.string().default('').transform(cleanLine).pipe(z.string().max(max, message))
}

export function optional(max: number, message: string) {
  return line(max, message).transform((text) => text || null)
}

/** Words of a person between two lengths, in characters as they are counted by eye. */
export function words([min, tooShort]: [number, string], [max, tooLong]: [number, string]) {
  return z
    .string()
    .default('')
    .transform(cleanText)
    .pipe(
      z
        .string()
        .refine((text) => [...text].length >= min, tooShort)
        .refine((text) => [...text].length <= max, tooLong),
    )
}

export function choice<const T extends readonly [string, ...string[]]>(
  choices: T,
  missing: string,
) {
  return z.enum(choices, missing)
}

export function sure(unsure: string) {
  return z.literal('ya', unsure)
}

export function idAmong(ids: number[], message: string) {
  return z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN))
    .refine((id) => id === null || ids.includes(id), message)
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

export function contactFields(t: Words) {
  return z.object({
    nama: optional(120, t.filingErrors.nameLong),
    kontak_telepon: phone(t),
    kontak_email: email(t),
  })
}
