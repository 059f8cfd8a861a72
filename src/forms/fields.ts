import * as z from 'zod'
import { cleanLine, cleanText } from '../domain/text/clean-text.ts'
import type { Words } from '../words/words.ts'

function line(max: number, message: string) {
  return z.string().default('').transform(cleanLine).pipe(z.string().max(max, message))
}

function optional(max: number, message: string) {
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

/** Above what people write, so that nothing optional is refused for its length. */
const ROOM = 1_000

/** Kept as typed where it cannot be read: nothing optional refuses a form. */
export function remark(t: Words) {
  return optional(ROOM, t.filingErrors.extraLong)
}

export function contactFields(t: Words) {
  return z.object({ nama: remark(t), kontak_telepon: remark(t), kontak_email: remark(t) })
}
