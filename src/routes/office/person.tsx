import { Hono } from 'hono'
import * as z from 'zod'
import { staffPerson } from '../../db/staff-list.ts'
import { addMembership, disableStaff, enableStaff, endMembership } from '../../db/staff-rights.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { sure } from '../../forms/fields.ts'
import { readFields, readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { PersonPage } from '../../views/office/person.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { roleFields } from './role-fields.ts'
import { adminOnly, logRights, sendInvitation } from './staff-rights.ts'

export const personPages = new Hono<AppEnv>()

function found(c: AppContext): Promise<ListedPerson | null> {
  return staffPerson(c.var.db, c.var.now, c.req.param('id') ?? '')
}

async function foundAtWork(c: AppContext): Promise<ListedPerson | null> {
  const person = await found(c)
  return person?.disabled ? null : person
}

function heldRole({ roles }: ListedPerson, role?: string, agency?: string) {
  return roles.find((one) => one.role === role && String(one.agencyId ?? 0) === agency)
}

function done(c: AppContext, { id }: ListedPerson, news: string) {
  return c.redirect(`${build('staffPerson', { id })}?kabar=${news}`, 303)
}

personPages.get(patterns.staffPerson, adminOnly, async (c) => {
  const person = await found(c)
  return person ? c.render(await page(c, person, FRESH)) : c.notFound()
})

personPages.post(patterns.staffRole, adminOnly, async (c) => {
  const { db, now, city } = c.var
  const person = await foundAtWork(c)
  if (!person) return c.notFound()
  const read = await readFields(c, roleFields(c.var.t, city))
  if (!read.ok) return again(c, person, { typed: read.posted.typed, errors: read.errors })
  const held = read.fields
  await addMembership({ db, now }, person.id, held.role, held.agencyId)
  logRights(c, 'role added', person.id, held)
  return done(c, person, 'ditambah')
})

/** A role that is not held any more counts as ended: a form sent twice says the same twice. */
personPages.post(patterns.staffRoleEnd, adminOnly, async (c) => {
  const { db, now, staff } = c.var
  const person = await foundAtWork(c)
  if (!person) return c.notFound()
  const { peran, opd } = (await readForm(c)).typed
  const held = heldRole(person, peran, opd)
  if (!held) return done(c, person, 'diakhiri')
  if (held.role === 'admin' && person.id === staff.id) return no(c, person, c.var.t.people.ownAdmin)
  const ended = await endMembership({ db, now }, person.id, held.role, held.agencyId)
  const after = ended ? null : await found(c)
  if (after && heldRole(after, peran, opd)) return no(c, after, c.var.t.people.lastAdmin)
  logRights(c, 'role ended', person.id, held)
  return done(c, person, 'diakhiri')
})

personPages.post(patterns.staffDisable, adminOnly, async (c) => {
  const { db, now, staff } = c.var
  const person = await found(c)
  if (!person) return c.notFound()
  if (person.disabled) return done(c, person, 'nonaktif')
  if (person.id === staff.id) return no(c, person, c.var.t.people.ownAccount)
  const read = await readFields(c, z.object({ yakin: sure(c.var.t.people.disableUnsure) }))
  if (!read.ok) return again(c, person, { typed: {}, errors: read.errors })
  if (!(await disableStaff({ db, now }, person.id))) return no(c, person, c.var.t.people.lastAdmin)
  logRights(c, 'disabled', person.id)
  return done(c, person, 'nonaktif')
})

personPages.post(patterns.staffEnable, adminOnly, async (c) => {
  const { db, now } = c.var
  const person = await found(c)
  if (!person) return c.notFound()
  if (!person.disabled) return done(c, person, 'aktif')
  await enableStaff({ db, now }, person.id)
  logRights(c, 'enabled', person.id)
  return done(c, person, 'aktif')
})

personPages.post(patterns.staffInvite, adminOnly, async (c) => {
  const person = await foundAtWork(c)
  if (!person) return c.notFound()
  const sent = await sendInvitation(c, person, person.roles[0])
  return done(c, person, sent ? 'diundang' : 'tidak-terkirim')
})

function again(c: AppContext, person: ListedPerson, back: Back) {
  return refused(c, back, () => page(c, person, back))
}

/** What no mending of the form helps against. */
function no(c: AppContext, person: ListedPerson, text: string) {
  return again(c, person, { typed: {}, errors: [{ field: null, text }] })
}

async function page(c: AppContext, person: ListedPerson, { typed, errors }: Back) {
  const { t } = c.var
  const news = c.req.query('kabar') ?? ''
  return (
    <DeskSolo t={t} title={person.name} {...(await frameOf(c))} failed={errors.length > 0}>
      <PersonPage
        t={t}
        token={await staffFormToken(c)}
        city={c.var.city}
        mine={person.id === c.var.staff.id}
        person={person}
        typed={typed}
        errors={errors}
        news={Object.hasOwn(t.people.done, news) ? news : null}
      />
    </DeskSolo>
  )
}
