import { type Instant, monthsBefore } from '../time/time.ts'

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
}

interface ReporterActor {
  kind: 'reporter'
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

function ofLate(m: Membership, now: Instant): boolean {
  return m.since <= now && (m.until === null || m.until > monthsBefore(now, 12))
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
