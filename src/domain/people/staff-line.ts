import type { City } from '../city/city.ts'
import { rulesOf } from '../city/city.ts'
import type { LineFault } from '../city/imports.ts'
import { cleanLine } from '../text/clean-text.ts'
import { REASON_MIN } from '../text/limits.ts'
import { ROLES, type Role } from './actor.ts'
import type { HeldRole } from './listed-person.ts'

/** As tables say them, here and in another city. */
export const ROLES_SAID: Readonly<Record<Role, string>> = {
  admin: 'admin',
  verifier: 'verifikator',
  liaison: 'penghubung',
  officer: 'petugas',
  head: 'kepala',
  leader: 'pimpinan',
  inspectorate: 'inspektorat',
  auditor: 'auditor',
}

export const STAFF_COLUMNS = ['nama', 'email', 'peran', 'opd', 'alasan'] as const

const OF_AN_AGENCY: ReadonlySet<Role> = new Set(['liaison', 'officer', 'head'])

export interface StaffLine {
  name: string
  email: string
  held: HeldRole
  /** Null: none was written. */
  reason: string | null
}

/** Somebody and a role of theirs; an agency by its address or short name. */
export function readStaffLine(
  typed: Readonly<Record<string, string>>,
  city: City,
): { ok: true; line: StaffLine } | { ok: false; faults: LineFault[] } {
  const name = cleanLine(typed.nama ?? '')
  const email = cleanLine(typed.email ?? '').toLowerCase()
  const reason = cleanLine(typed.alasan ?? '')
  const held = heldIn(cleanLine(typed.peran ?? ''), cleanLine(typed.opd ?? ''), city)
  const faults: LineFault[] = []
  if (name === '') faults.push({ field: 'nama', fault: 'missing' })
  if ([...name].length > 120) faults.push({ field: 'nama', fault: 'long' })
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    faults.push({ field: 'email', fault: email === '' ? 'missing' : 'unreadable' })
  if (reason !== '' && [...reason].length < REASON_MIN)
    faults.push({ field: 'alasan', line: 'reason_short' })
  if ([...reason].length > 500) faults.push({ field: 'alasan', fault: 'long' })
  if ('field' in held) faults.push(held)
  if ('field' in held || faults.length > 0) return { ok: false, faults }
  return { ok: true, line: { name, email, held, reason: reason || null } }
}

function heldIn(said: string, agencySaid: string, city: City): HeldRole | LineFault {
  const role = ROLES.find((one) => ROLES_SAID[one] === said.toLowerCase())
  if (!role) return { field: 'peran', fault: said === '' ? 'missing' : 'unknown' }
  if (role === 'inspectorate') {
    const agencyId = rulesOf(city).inspectorateAgencyId
    return agencyId === null ? { field: 'peran', line: 'no_inspectorate' } : { role, agencyId }
  }
  if (!OF_AN_AGENCY.has(role)) return { role, agencyId: null }
  if (agencySaid === '') return { field: 'opd', fault: 'missing' }
  const wanted = agencySaid.toLowerCase()
  const agency = city.agencies.find(
    ({ active, slug, shortName }) =>
      active && (slug === wanted || shortName.toLowerCase() === wanted),
  )
  return agency ? { role, agencyId: agency.id } : { field: 'opd', fault: 'unknown' }
}
