import { Hono } from 'hono'
import * as z from 'zod'
import { cleanEmail, createStaff } from '../../db/staff.ts'
import { staffIdByEmail, staffPage } from '../../db/staff-list.ts'
import { addMembership } from '../../db/staff-rights.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { PeoplePage } from '../../views/office/people.tsx'
import type { Words } from '../../words/words.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { fieldErrors, typedValues } from '../public/form-errors.ts'
import { roleFields } from './role-fields.ts'
import { adminOnly, logRights, sendInvitation } from './staff-rights.ts'

export const peoplePages = new Hono<AppEnv>()

peoplePages.get(patterns.staffList, adminOnly, (c) => page(c, {}, []))

function who(t: Words) {
  return z.object({
    nama: z
      .string()
      .default('')
      .transform(cleanLine)
      .pipe(z.string().min(1, t.people.nameMissing).max(120, t.people.nameLong)),
    email: z.string().default('').transform(cleanEmail).pipe(z.email(t.people.emailWrong).max(254)),
  })
}

/** Creates the person with one role and mails the invitation; the address makes it happen once. */
peoplePages.post(patterns.staffList, adminOnly, async (c) => {
  const { db, now, city } = c.var
  const typed = typedValues(await c.req.parseBody())
  const parsed = who(c.var.t).safeParse(typed)
  const { held, errors } = roleFields(c.var.t, city, typed)
  if (!parsed.success) return page(c, typed, [...fieldErrors(parsed.error), ...errors])
  if (!held) return page(c, typed, errors)
  const { nama: name, email } = parsed.data
  const person = await createStaff({ db, now, random: randomBytes }, { name, email })
  if (!person) {
    const known = await staffIdByEmail(db, email)
    return page(c, typed, [{ field: 'email', text: c.var.t.people.known }], known)
  }
  await addMembership({ db, now }, person.id, held.role, held.agencyId)
  logRights(c, 'role added', person.id, held)
  const sent = await sendInvitation(c, person, held)
  const news = sent ? 'diundang' : 'tidak-terkirim'
  return c.redirect(`${build('staffPerson', { id: person.id })}?kabar=${news}`, 303)
})

async function page(
  c: AppContext,
  typed: Record<string, string>,
  errors: FieldError[],
  known: string | null = null,
) {
  const { db, now, city, staff, t } = c.var
  const after = c.req.query('setelah') ?? null
  const { people, more } = await staffPage(db, now, after)
  const last = people.at(-1)
  if (errors.length > 0) c.status(422)
  return c.render(
    <DeskSolo t={t} title={t.people.title} {...(await frameOf(c))} failed={errors.length > 0}>
      <PeoplePage
        t={t}
        token={await staffFormToken(c)}
        city={city}
        me={staff.id}
        people={people}
        typed={typed}
        errors={errors}
        known={known}
        first={after === null ? null : patterns.staffList}
        next={more && last ? `${patterns.staffList}?setelah=${encodeURIComponent(last.id)}` : null}
      />
    </DeskSolo>,
  )
}
