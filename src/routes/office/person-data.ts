import { Hono } from 'hono'
import * as z from 'zod/mini'
import { askForEmail, waitingEmailOf } from '../../db/email-changes.ts'
import { renameStaff } from '../../db/renaming.ts'
import { waitingOf } from '../../db/role-grants.ts'
import { staffIdByEmail } from '../../db/staff-list.ts'
import { rulesOf } from '../../domain/city/city.ts'
import { supervisorsOf } from '../../domain/people/grants.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { sendInvitation } from '../../letters/invitation.ts'
import { patterns } from '../../paths.ts'
import { emailField, nameField } from './person-fields.ts'
import { again, atWorkIn, done, late, no, personIn } from './person-page.tsx'
import { adminOnly, inviting, reasonField, rightsAround, toldRights } from './staff-rights.ts'

/** Corrections of who somebody is. Each form says what it read, so that nobody's words are overrun. */
export const personDataPages = new Hono<AppEnv>()

personDataPages.post(patterns.staffName, adminOnly, async (c) => {
  const { t } = c.var
  const person = await personIn(c)
  if (!person) return c.notFound()
  const fields = { nama: nameField(t), nama_lama: z.string(), alasan_nama: reasonField(t) }
  const read = await readFields(c, z.object(fields))
  const { typed } = read.posted
  if (!read.ok) return again(c, person, { typed, errors: read.errors })
  const { nama: name, nama_lama: previous, alasan_nama: reason } = read.fields
  if (person.name === name) return done(c, person, 'nama')
  const queued = await renameStaff(rightsAround(c), person.id, { previous, name, reason })
  if (!queued) return late(c, t.people.renamedMeanwhile)
  toldRights(c, queued, 'renamed', person.id)
  return done(c, person, 'nama')
})

personDataPages.post(patterns.staffEmail, adminOnly, async (c) => {
  const { t, db, now } = c.var
  const person = await atWorkIn(c)
  if (person instanceof Response) return person
  const fields = { email: emailField(t), email_lama: z.string(), alasan_email: reasonField(t) }
  const read = await readFields(c, z.object(fields))
  const { typed } = read.posted
  if (!read.ok) return again(c, person, { typed, errors: read.errors })
  const { email, email_lama: previous, alasan_email: reason } = read.fields
  if (person.email === email) return done(c, person, 'email')
  const [open] = await waitingEmailOf(db, now, person.id)
  if (open) {
    if (open.email === email) return done(c, person, 'email-menunggu')
    return no(c, person, t.people.emailOpen, typed)
  }
  if (await staffIdByEmail(db, email))
    return again(c, person, { typed, errors: [{ field: 'email', text: t.people.known }] })
  const { way, queued } = await ask(c, person, { previous, email, reason })
  if (way === 'refused') return no(c, person, t.people.ownEmail, typed)
  if (!queued) return late(c, t.people.emailMeanwhile)
  toldRights(c, queued, way === 'waits' ? 'email_asked' : 'email_changed', person.id)
  if (way === 'waits') return done(c, person, 'email-menunggu')
  const sent = await sendInvitation(inviting(c), { id: person.id, email }, person.roles[0])
  return done(c, person, sent ? 'email' : 'tidak-terkirim')
})

async function ask(
  c: AppContext,
  { id: userId, roles }: ListedPerson,
  change: { previous: string; email: string; reason: string },
) {
  const { db, now, city, staff } = c.var
  const waiting = await waitingOf(db, now, userId)
  return askForEmail(
    rightsAround(c),
    { ...change, userId, askedBy: staff.id, roles: [...roles, ...waiting] },
    supervisorsOf(rulesOf(city)),
  )
}
