import * as z from 'zod'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../auth/password-rules.ts'
import type { Person } from '../../db/staff.ts'
import type { Words } from '../../words/words.ts'

/** Typed twice, long enough, and neither name nor address. */
export function newPassword(t: Words, person: Pick<Person, 'name' | 'email'>) {
  const own = [person.email, person.name.toLowerCase()]
  const isEasy = (plain: string) => own.includes(plain) || new Set(plain).size < 5
  return z
    .object({
      sandi: z
        .string()
        .default('')
        .refine((one) => one.length >= SHORTEST_PASSWORD, t.session.tooShort(SHORTEST_PASSWORD))
        .refine((one) => one.length <= LONGEST_PASSWORD, t.session.tooLong(LONGEST_PASSWORD))
        .refine((one) => !isEasy(one.toLowerCase()), t.session.tooEasy),
      ulangi: z.string().default(''),
    })
    .transform(({ sandi, ulangi }, ctx) => {
      if (sandi !== ulangi)
        ctx.addIssue({ code: 'custom', path: ['ulangi'], message: t.session.different })
      return { sandi }
    })
}
