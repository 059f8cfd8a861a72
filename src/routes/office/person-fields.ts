import * as z from 'zod/mini'
import { cleanEmail } from '../../db/staff.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import { typed } from '../../forms/fields.ts'
import type { Words } from '../../words/words.ts'

export function nameField(t: Words) {
  const named = z.string().check(z.minLength(1, t.people.nameMissing))
  return z.pipe(typed(cleanLine), named.check(z.maxLength(120, t.people.nameLong)))
}

export function emailField(t: Words) {
  const email = z.email(t.people.emailWrong).check(z.maxLength(254, t.people.emailWrong))
  return z.pipe(typed(cleanEmail), email)
}
