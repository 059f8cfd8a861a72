import { Hono } from 'hono'
import * as z from 'zod/mini'
import { findStaff, isSought, partsOf } from '../../db/find-staff.ts'
import { waitingOf } from '../../db/role-grants.ts'
import { createStaff } from '../../db/staff.ts'
import { staffIdByEmail, staffPage, staffPerson } from '../../db/staff-list.ts'
import { heldNothingElse } from '../../db/staff-rights.ts'
import type { City } from '../../domain/city/city.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { sendInvitation } from '../../letters/invitation.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import type { Sought } from '../../views/office/find-people.tsx'
import { PeoplePage } from '../../views/office/people.tsx'
import type { Words } from '../../words/words.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { grantRole } from './grant-role.ts'
import { emailField, nameField } from './person-fields.ts'
import { roleFields } from './role-fields.ts'
import { adminOnly, inviting, reasonField } from './staff-rights.ts'
import { soughtFields, soughtIn } from './staff-sought.ts'

export const peoplePages = new Hono<AppEnv>()

peoplePages.get(patterns.staffList, adminOnly, async (c) => c.render(await page(c, FRESH)))

function fields(t: Words, city: City) {
  const who = z.object({
    nama: nameField(t),
    email: emailField(t),
    alasan: reasonField(t),
  })
  return z.intersection(who, roleFields(t, city))
}

/** Creates the person with one role and mails the invitation; the address makes it happen once. */
peoplePages.post(patterns.staffList, adminOnly, async (c) => {
  const { db, now, city } = c.var
  const read = await readFields(c, fields(c.var.t, city))
  const { typed } = read.posted
  if (!read.ok) return refused(c, { typed, errors: read.errors }, page)
  const { nama: name, email, role, agencyId, alasan } = read.fields
  const held = { role, agencyId }
  const person = await createStaff({ db, now, random: randomBytes }, { name, email })
  if (!person) {
    const known = await staffIdByEmail(db, email)
    if (known && (await isSentTwice(c, known, name, held)))
      return c.redirect(build('staffPerson', { id: known }), 303)
    const errors = [{ field: 'email', text: c.var.t.people.known }]
    return refused(c, { typed, errors, known }, page)
  }
  const { way } = await grantRole(c, person.id, held, alasan)
  return c.redirect(
    `${build('staffPerson', { id: person.id })}?kabar=${await newsOf(c, way, person, held)}`,
    303,
  )
})

/** Whoever waits for a second person's yes is invited with it. */
async function newsOf(
  c: AppContext,
  way: string,
  person: { id: string; email: string },
  held: HeldRole,
) {
  if (way === 'waits') return 'menunggu'
  return (await sendInvitation(inviting(c), person, held)) ? 'diundang' : 'tidak-terkirim'
}

/** The same form again: invited under this name, for this role and no other, not here yet. */
async function isSentTwice(c: AppContext, id: string, name: string, held: HeldRole) {
  const { db, now } = c.var
  const person = await staffPerson(db, now, id)
  if (person?.name !== name || person.disabled || person.activated) return false
  const waiting = await waitingOf(db, now, id)
  if (waiting.some((one) => one.role !== held.role || one.agencyId !== held.agencyId)) return false
  return heldNothingElse(db, id, held)
}

async function page(
  c: AppContext,
  { typed, errors, known = null }: Back & { known?: string | null },
) {
  const { db, now, city, staff, t } = c.var
  const after = c.req.query('setelah') ?? null
  const fields = soughtFields(c)
  const sought = soughtIn(fields)
  const tooShort = fields.cari !== '' && partsOf(fields.cari).length === 0
  const { people, more } = isSought(sought)
    ? await findStaff(db, now, sought, after)
    : await staffPage(db, now, after)
  const last = people.at(-1)
  const here = listUrl(fields)
  return (
    <DeskSolo t={t} title={t.people.title} {...(await frameOf(c))} failed={errors.length > 0}>
      <PeoplePage
        t={t}
        token={await staffFormToken(c)}
        city={city}
        me={staff.id}
        people={people}
        sought={fields}
        tooShort={tooShort}
        typed={typed}
        errors={errors}
        known={known}
        first={after === null ? null : here()}
        next={more && last ? here({ setelah: last.id }) : null}
      />
    </DeskSolo>
  )
}

/** The list as it was asked for; `more` besides. */
function listUrl(fields: Sought) {
  return (more: Record<string, string> = {}): string => {
    const given = Object.entries({ ...fields, ...more }).filter(([, value]) => value !== '')
    return given.length === 0
      ? patterns.staffList
      : `${patterns.staffList}?${new URLSearchParams(given)}`
  }
}
