import * as z from 'zod/mini'
import { readEmail } from '../../domain/people/contact.ts'
import { contactFields } from '../../forms/fields.ts'
import type { Words } from '../../words/words.ts'

/** Whoever corrects an address is there to mend it; whoever reports is not asked twice. */
export function correctionFields(t: Words) {
  const error = t.filingErrors.email
  return contactFields(t).check(
    z.refine(({ kontak_email: typed }) => typed === null || readEmail(typed) !== null, {
      path: ['kontak_email'],
      error,
    }),
  )
}
