import * as z from 'zod/mini'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../auth/password-rules.ts'
import type { Person } from '../../db/staff.ts'
import type { Words } from '../../words/words.ts'

/** Typed twice, long enough, and neither name nor address. */
export function newPassword(t: Words, person: Pick<Person, 'name' | 'email'>) {
  const own = [person.email, person.name.toLowerCase()]
  const isEasy = (plain: string) => own.includes(plain) || new Set(plain).size < 5
  const sent = z.object({
    sandi: z._default(z.string(), '').check(
      z.refine((one) => one.length >= SHORTEST_PASSWORD, t.session.tooShort(SHORTEST_PASSWORD)),
      z.refine((one) => one.length <= LONGEST_PASSWORD, t.session.tooLong(LONGEST_PASSWORD)),
      z.refine((one) => !isEasy(one.toLowerCase()), t.session.tooEasy),
    ),
    ulangi: z._default(z.string(), ''),
  })
  const twice = ({ sandi, ulangi }: z.output<typeof sent>, ctx: z.core.ParsePayload) => {
    const message = t.session.different
    if (sandi !== ulangi)
      ctx.issues.push({ code: 'custom', path: ['ulangi'], message, input: ulangi })
    return { sandi }
  }
  return z.pipe(sent, z.transform(twice))
}
