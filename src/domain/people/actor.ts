import { DAY, type Instant } from '../time/time.ts'

export const ROLES = [
  'admin',
  'verifier',
  'liaison',
  'officer',
  'head',
  'leader',
  'inspectorate',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

export interface Membership {
  role: Role
  agencyId: number | null
  since: Instant
  until: Instant | null
}

export interface Staff {
  kind: 'staff'
  id: string
  name: string
  memberships: Membership[]
  /** Since when the account has another address; unset where it never changed. */
  emailSince?: Instant | null
}

interface ReporterActor {
  kind: 'reporter'
  /** By a letter's link: whoever reads their mail, whoever else holds the key. */
  byLetter?: true
}
interface TimerActor {
  kind: 'timer'
}

export type Actor = Staff | ReporterActor | TimerActor

/** Opaque, never a name: the chain keeps it. */
export function actorId(actor: Actor): string {
  return actor.kind === 'staff' ? `staff:${actor.id}` : actor.kind
}

function current(m: Membership, now: Instant): boolean {
  return m.since <= now && (m.until === null || m.until > now)
}

export function holdsRole(
  staff: Staff,
  role: Role,
  now: Instant,
  agencyId?: number | null,
): boolean {
  return staff.memberships.some(
    (m) =>
      m.role === role && current(m, now) && (agencyId === undefined || m.agencyId === agencyId),
  )
}

/** Days for which a role that was given opens no identity: long enough that somebody asks why. */
const NEW_ROLE_DAYS = 3

/** Held, under this address, for long enough that whoever was told of it could object. */
export function holdsKnownRole(
  staff: Staff,
  role: Role,
  now: Instant,
  agencyId?: number | null,
): boolean {
  const before = now - NEW_ROLE_DAYS * DAY
  if ((staff.emailSince ?? 0) > before) return false
  const known = staff.memberships.filter((m) => m.since <= before)
  return holdsRole({ ...staff, memberships: known }, role, now, agencyId)
}

/** Calendar months, to the day: a day that is not over yet still counts. */
export function yearBefore(now: Instant): Instant {
  const day = new Date(now)
  const [year, month] = [day.getUTCFullYear() - 1, day.getUTCMonth()]
  // the last of February has no counterpart in some years: the day before it is the safe one
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(day.getUTCDate(), last))
}

function ofLate(m: Membership, now: Instant): boolean {
  return m.since <= now && (m.until === null || m.until >= yearBefore(now))
}

/** Now or within the last 12 months, in whatever role. */
export function belongedTo(staff: Staff, agencyId: number, now: Instant): boolean {
  return staff.memberships.some((m) => m.agencyId === agencyId && ofLate(m, now))
}

export function agenciesOfLate(staff: Staff, now: Instant): number[] {
  return agenciesWhere(staff, (m) => ofLate(m, now))
}

export function agenciesOf(staff: Staff, now: Instant): number[] {
  return agenciesWhere(staff, (m) => current(m, now))
}

function agenciesWhere(staff: Staff, holds: (m: Membership) => boolean): number[] {
  return [
    ...new Set(
      staff.memberships.flatMap((m) => (m.agencyId !== null && holds(m) ? [m.agencyId] : [])),
    ),
  ]
}
