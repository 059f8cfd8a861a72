import { Hono } from 'hono'
import { staffPerson } from '../../db/staff-list.ts'
import { addMembership, disableStaff, enableStaff, endMembership } from '../../db/staff-rights.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { PersonPage } from '../../views/office/person.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { typedValues } from '../public/form-errors.ts'
import { roleFields } from './role-fields.ts'
import { adminOnly, logRights, sendInvitation } from './staff-rights.ts'

export const personPages = new Hono<AppEnv>()

function found(c: AppContext): Promise<ListedPerson | null> {
  return staffPerson(c.var.db, c.var.now, c.req.param('id') ?? '')
}

/** Somebody who left has no form any more. */
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
  return person ? page(c, person, {}, []) : c.notFound()
})

personPages.post(patterns.staffRole, adminOnly, async (c) => {
  const { db, now, city } = c.var
  const person = await foundAtWork(c)
  if (!person) return c.notFound()
  const typed = typedValues(await c.req.parseBody())
  const { held, errors } = roleFields(c.var.t, city, typed)
  if (!held) return page(c, person, typed, errors)
  await addMembership({ db, now }, person.id, held.role, held.agencyId)
  logRights(c, 'role added', person.id, held)
  return done(c, person, 'ditambah')
})

/** A role that is not held any more counts as ended: a form sent twice says the same twice. */
personPages.post(patterns.staffRoleEnd, adminOnly, async (c) => {
  const { db, now, staff } = c.var
  const person = await foundAtWork(c)
  if (!person) return c.notFound()
  const { peran, opd } = typedValues(await c.req.parseBody())
  const held = heldRole(person, peran, opd)
  if (!held) return done(c, person, 'diakhiri')
  if (held.role === 'admin' && person.id === staff.id)
    return page(c, person, {}, [{ field: null, text: c.var.t.people.ownAdmin }])
  const ended = await endMembership({ db, now }, person.id, held.role, held.agencyId)
  const after = ended ? null : await found(c)
  if (after && heldRole(after, peran, opd))
    return page(c, after, {}, [{ field: null, text: c.var.t.people.lastAdmin }])
  logRights(c, 'role ended', person.id, held)
  return done(c, person, 'diakhiri')
})

personPages.post(patterns.staffDisable, adminOnly, async (c) => {
  const { db, now, staff } = c.var
  const person = await found(c)
  if (!person) return c.notFound()
  if (person.disabled) return done(c, person, 'nonaktif')
  if (person.id === staff.id)
    return page(c, person, {}, [{ field: null, text: c.var.t.people.ownAccount }])
  const { yakin } = typedValues(await c.req.parseBody())
  if (yakin !== 'ya')
    return page(c, person, {}, [{ field: 'yakin', text: c.var.t.people.disableUnsure }])
  if (!(await disableStaff({ db, now }, person.id)))
    return page(c, person, {}, [{ field: null, text: c.var.t.people.lastAdmin }])
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

async function page(
  c: AppContext,
  person: ListedPerson,
  typed: Record<string, string>,
  errors: FieldError[],
) {
  const { t } = c.var
  if (errors.length > 0) c.status(422)
  const news = c.req.query('kabar') ?? ''
  return c.render(
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
    </DeskSolo>,
  )
}
