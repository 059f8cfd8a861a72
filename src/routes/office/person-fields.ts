import * as z from 'zod'
import { cleanEmail } from '../../db/staff.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import type { Words } from '../../words/words.ts'

export function nameField(t: Words) {
  return z
    .string()
    .default('')
    .transform(cleanLine)
    .pipe(z.string().min(1, t.people.nameMissing).max(120, t.people.nameLong))
}

export function emailField(t: Words) {
  return z
    .string()
    .default('')
    .transform(cleanEmail)
    .pipe(z.email(t.people.emailWrong).max(254, t.people.emailWrong))
}
