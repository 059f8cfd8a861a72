import * as z from 'zod/mini'
import { cleanLine, cleanText } from '../domain/text/clean-text.ts'
import type { Words } from '../words/words.ts'

/** A field of text, and what it is taken for; one that was not sent is empty. */
export function typed<T>(taken: (text: string) => T) {
  return z.pipe(z._default(z.string(), ''), z.transform(taken))
}

function optional(max: number, message: string) {
  const line = z.pipe(typed(cleanLine), z.string().check(z.maxLength(max, message)))
  return z.pipe(
    line,
    z.transform((text) => text || null),
  )
}

/** Words of a person between two lengths, in characters as they are counted by eye. */
export function words([min, tooShort]: [number, string], [max, tooLong]: [number, string]) {
  const between = z.string().check(
    z.refine((text) => [...text].length >= min, tooShort),
    z.refine((text) => [...text].length <= max, tooLong),
  )
  return z.pipe(typed(cleanText), between)
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
  return typed((text) => {
    if (text === '') return null
    return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  }).check(z.refine((id) => id === null || ids.includes(id), message))
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
