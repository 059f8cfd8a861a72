import { loadCity } from '../../db/city.ts'
import { askForRole } from '../../db/role-grants.ts'
import { createStaff } from '../../db/staff.ts'
import { staffIdByEmail, staffPerson } from '../../db/staff-list.ts'
import { type StaffRow, staffRows, wasInvited } from '../../db/staff-table.ts'
import { type City, rulesOf } from '../../domain/city/city.ts'
import type { LineFault, LineOutcome } from '../../domain/city/imports.ts'
import { supervisorsOf } from '../../domain/people/grants.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import { readStaffLine, STAFF_COLUMNS, type StaffLine } from '../../domain/people/staff-line.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { sendInvitation } from '../../letters/invitation.ts'
import { randomBytes } from '../../random.ts'
import { wordsFor } from '../../words/words.ts'
import type { Importer, ImportSession, ImportWorld } from './importer.ts'

const OPTIONAL: ReadonlySet<string> = new Set(['opd', 'alasan'])

/** People and their roles: whoever is known by the address gets the role, and nobody twice. */
export const staffImporter: Importer = {
  columns: STAFF_COLUMNS.map((name) => ({ name, required: !OPTIONAL.has(name) })),
  open: async (world, dry) => {
    const city = await loadCity(world.db)
    return dry ? dryRun(world, city) : realRun(world, city)
  },
}

function no(field: string, line: Extract<LineFault, { line: unknown }>['line']): LineOutcome {
  return { fate: 'refused', faults: [{ field, line }] }
}

function roleKey({ role, agencyId }: HeldRole): string {
  return `${role} ${agencyId ?? 0}`
}

interface Known {
  id: string
  disabled: boolean
  roles: Set<string>
}

function knownBy(rows: readonly StaffRow[]): Map<string, Known> {
  const people = new Map<string, Known>()
  for (const { id, email, disabled, role, agencyId } of rows) {
    const one = people.get(email) ?? { id, disabled: disabled === 1, roles: new Set() }
    if (role) one.roles.add(roleKey({ role, agencyId }))
    people.set(email, one)
  }
  return people
}

async function dryRun({ db, now, by }: ImportWorld, city: City): Promise<ImportSession> {
  const people = knownBy(await staffRows(db, now))
  return {
    line: async (typed) => {
      const read = readStaffLine(typed, city)
      if (!read.ok) return { fate: 'refused', faults: read.faults }
      const { email, held } = read.line
      const known = people.get(email)
      if (known?.disabled) return no('email', 'staff_left')
      if (known?.roles.has(roleKey(held))) return { fate: 'same' }
      if (known && by === `staff:${known.id}`) return no('email', 'staff_self')
      const one = known ?? { id: '', disabled: false, roles: new Set<string>() }
      one.roles.add(roleKey(held))
      people.set(email, one)
      return { fate: known ? 'changed' : 'added' }
    },
  }
}

function realRun(world: ImportWorld, city: City): ImportSession {
  return {
    line: async (typed) => {
      const read = readStaffLine(typed, city)
      return read.ok ? takeIn(world, city, read.line) : { fate: 'refused', faults: read.faults }
    },
  }
}

async function takeIn(
  { db, now, by, env }: ImportWorld,
  city: City,
  { name, email, held, reason }: StaffLine,
): Promise<LineOutcome> {
  const around = { db, now, by, random: randomBytes }
  const t = wordsFor('id', city.settings.offset)
  const made = await createStaff(around, { name, email })
  const id = made?.id ?? (await staffIdByEmail(db, email)) ?? ''
  const person = await staffPerson(db, now, id)
  if (!person || person.disabled) return no('email', 'staff_left')
  const asked = { userId: id, held, reason: reason ?? t.people.importReason }
  const { way, queued } = await askForRole(
    around,
    { ...asked, askedBy: by.replace('staff:', '') },
    supervisorsOf(rulesOf(city)),
  )
  if (way === 'refused')
    return person.roles.some((one) => roleKey(one) === roleKey(held))
      ? { fate: 'same' }
      : no('email', 'staff_self')
  if (queued) await enqueue(env, queued, now)
  // whoever waits for a second yes is invited with it; one run that was cut off is made good
  if (way === 'at_once' && !person.activated && (made || !(await wasInvited(db, id))))
    await sendInvitation({ around, env, city, t }, person, held)
  if (made) return { fate: 'added' }
  return { fate: queued ? 'changed' : 'same' }
}
