import { Hono } from 'hono'
import * as z from 'zod/mini'
import { openWorkOf } from '../../db/hand-over.ts'
import { agencyLeftAlone } from '../../db/last-liaison.ts'
import { waitingOf } from '../../db/role-grants.ts'
import { askRolesRead } from '../../db/roles-read.ts'
import { disableStaff, enableStaff, endRole } from '../../db/staff-rights.ts'
import { endSessionOf, endSessions } from '../../db/staff-sessions.ts'
import { agencyById } from '../../domain/city/city.ts'
import { ROLES } from '../../domain/people/actor.ts'
import type { HeldRole, ListedPerson } from '../../domain/people/listed-person.ts'
import { FRESH } from '../../forms/answers.ts'
import { sure } from '../../forms/fields.ts'
import { readFields, readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { sendInvitation } from '../../letters/invitation.ts'
import { patterns } from '../../paths.ts'
import { grantRole } from './grant-role.ts'
import { again, atWorkIn, done, late, no, personIn, personPage } from './person-page.tsx'
import { roleFields } from './role-fields.ts'
import { adminOnly, inviting, reasonField, rightsAround, toldRights } from './staff-rights.ts'
import { handedOver, handOverNow } from './work-handed-over.ts'

export const personPages = new Hono<AppEnv>()

/** 'officer:3', as its form sends it; 0 where the role belongs to no agency. */
function heldRole({ roles }: ListedPerson, sent: string) {
  return roles.find(({ role, agencyId }) => `${role}:${agencyId ?? 0}` === sent)
}

function isRole(sent: string): boolean {
  const [role, agencyId = ''] = sent.split(':')
  return ROLES.some((one) => one === role) && /^\d+$/.test(agencyId)
}

personPages.get(patterns.staffPerson, adminOnly, async (c) => {
  const person = await personIn(c)
  return person ? c.render(await personPage(c, person, FRESH)) : c.notFound()
})

const NEWS = { at_once: 'ditambah', waits: 'menunggu' } as const

personPages.post(patterns.staffRole, adminOnly, async (c) => {
  const { t, city } = c.var
  const person = await atWorkIn(c)
  if (person instanceof Response) return person
  const fields = z.intersection(z.object({ alasan: reasonField(t) }), roleFields(t, city))
  const read = await readFields(c, fields)
  const { typed } = read.posted
  if (!read.ok) return again(c, person, { typed, errors: read.errors })
  const { role, agencyId, alasan } = read.fields
  const held = { role, agencyId }
  const { way, written } = await grantRole(
    c,
    person.id,
    held,
    alasan,
    read.posted.line('peran_lama'),
  )
  if (way === 'refused') return no(c, person, t.people.ownRole, typed)
  return written || (await standsAlready(c, held))
    ? done(c, person, NEWS[way])
    : late(c, t.people.rolesMeanwhile)
})

/** The same form again, or another who was faster with the very same wish. */
async function standsAlready(c: AppContext, held: HeldRole): Promise<boolean> {
  const person = await personIn(c)
  if (!person || person.disabled) return false
  const waiting = await waitingOf(c.var.db, c.var.now, person.id)
  return [...person.roles, ...waiting].some(
    ({ role, agencyId }) => role === held.role && agencyId === held.agencyId,
  )
}

/** A role that is not held any more counts as ended: a form sent twice says the same twice. */
personPages.post(patterns.staffRoleEnd, adminOnly, async (c) => {
  const { staff, t, db, now } = c.var
  const person = await personIn(c)
  if (!person) return c.notFound()
  const sent = z.string(t.people.roleMissing).check(z.refine(isRole, t.people.roleMissing))
  const read = await readFields(c, z.object({ peran_akhir: sent, alasan_akhir: reasonField(t) }))
  const { typed } = read.posted
  if (!read.ok) return again(c, person, { typed, errors: read.errors })
  const { peran_akhir, alasan_akhir } = read.fields
  const held = heldRole(person, peran_akhir)
  if (!held) return done(c, person, 'diakhiri')
  if (held.role === 'admin' && person.id === staff.id)
    return no(c, person, t.people.ownAdmin, typed)
  const open = await openWorkOf(db, person.id, now)
  const work = open.filter(({ agencyId }) => agencyId === held.agencyId)
  const { given, errors } = handedOver(c, read.posted, 'serah_akhir', work)
  if (errors.length > 0) return again(c, person, { typed, errors })
  const handOver = { userId: person.id, agencyId: held.agencyId ?? 0, given, givenBy: staff.id }
  const seen = read.posted.line('peran_lama')
  const queued = await endRole(rightsAround(c), person.id, held, alasan_akhir, handOver, seen)
  const after = queued ? null : await personIn(c)
  if (after && heldRole(after, peran_akhir)) {
    const [roles] = await askRolesRead(db, person.id)
    if (seen !== '' && roles?.read !== seen) return late(c, t.people.rolesMeanwhile)
    return no(c, after, await whyNot(c, after, held), typed)
  }
  if (queued) toldRights(c, queued, 'ended', person.id, held)
  if (work.length > 0) handOverNow(c)
  return done(c, person, 'diakhiri')
})

/** One of theirs, or all: nobody else's. */
personPages.post(patterns.staffSessionEnd, adminOnly, async (c) => {
  const { db } = c.var
  const person = await personIn(c)
  if (!person) return c.notFound()
  const ended = (await readForm(c)).line('akhiri')
  if (ended === 'semua') await endSessions(db, person.id)
  else await endSessionOf(db, person.id, ended)
  console.log({ what: 'sessions ended', by: c.var.staff.id, person: person.id })
  return done(c, person, ended === 'semua' ? 'keluar-semua' : 'keluar')
})

personPages.post(patterns.staffDisable, adminOnly, async (c) => {
  const { staff, t, db, now } = c.var
  const person = await personIn(c)
  if (!person) return c.notFound()
  if (person.disabled) return done(c, person, 'nonaktif')
  if (person.id === staff.id) return no(c, person, t.people.ownAccount)
  const fields = { yakin: sure(t.people.disableUnsure), alasan_nonaktif: reasonField(t) }
  const read = await readFields(c, z.object(fields))
  const { typed } = read.posted
  if (!read.ok) return again(c, person, { typed, errors: read.errors })
  const work = await openWorkOf(db, person.id, now)
  const { given, errors } = handedOver(c, read.posted, 'serah', work)
  if (errors.length > 0) return again(c, person, { typed, errors })
  const handOver = { userId: person.id, agencyId: null, given, givenBy: staff.id }
  const { alasan_nonaktif } = read.fields
  const queued = await disableStaff(rightsAround(c), person.id, alasan_nonaktif, handOver)
  if (!queued) return no(c, person, await whyNot(c, person, null), typed)
  toldRights(c, queued, 'disabled', person.id)
  if (work.length > 0) handOverNow(c)
  return done(c, person, 'nonaktif')
})

/** The last of a kind stays until there is another. */
async function whyNot(c: AppContext, person: ListedPerson, held: HeldRole | null) {
  const { db, now, city, t } = c.var
  if (held?.role === 'admin') return t.people.lastAdmin
  const alone = await agencyLeftAlone(db, person.id, held, now)
  if (alone === null) return t.people.lastAdmin
  if (alone === 0) return t.people.lastVerifier
  return t.people.lastLiaison(agencyById(city, alone)?.shortName ?? '')
}

personPages.post(patterns.staffEnable, adminOnly, async (c) => {
  const person = await personIn(c)
  if (!person) return c.notFound()
  if (!person.disabled) return done(c, person, 'aktif')
  const read = await readFields(c, z.object({ alasan_aktif: reasonField(c.var.t) }))
  if (!read.ok) return again(c, person, { typed: read.posted.typed, errors: read.errors })
  const queued = await enableStaff(rightsAround(c), person.id, read.fields.alasan_aktif)
  if (queued) toldRights(c, queued, 'enabled', person.id)
  return done(c, person, 'aktif')
})

personPages.post(patterns.staffInvite, adminOnly, async (c) => {
  const person = await atWorkIn(c)
  if (person instanceof Response) return person
  const sent = await sendInvitation(inviting(c), person, person.roles[0])
  return done(c, person, sent ? 'diundang' : 'tidak-terkirim')
})
