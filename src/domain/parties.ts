import { type Actor, holdsRole, type Staff } from './actor.ts'
import type { Complaint } from './complaint.ts'
import type { Party } from './lifecycle.ts'
import { isComplainedAbout, mayReveal } from './reveal.ts'
import type { Instant } from './time.ts'

/** What the rules know of the city, from its settings. */
export interface CityRules {
  /** Agency that runs this system; complaints about it are revealed by Inspektorat only. */
  operatingAgencyId: number | null
  inspectorateAgencyId: number | null
  /** Agencies whose head approves replies and closures before they go out. */
  approvingAgencyIds: readonly number[]
  /** Categories of public works: only there may the exact point be public. */
  publicWorksIds: readonly number[]
}

/** Inspektorat's people handle what is routed to Inspektorat as liaison and officer at once. */
const leads = (staff: Staff, c: Complaint, role: 'liaison' | 'officer' | 'head', now: Instant) =>
  c.leadAgencyId !== null &&
  (holdsRole(staff, role, now, c.leadAgencyId) ||
    (role !== 'head' && holdsRole(staff, 'inspectorate', now, c.leadAgencyId)))

/** A verifier sees supervisory cases only until they have reached Inspektorat. */
const verifies = (staff: Staff, c: Complaint, now: Instant) =>
  holdsRole(staff, 'verifier', now) && !(c.supervisory && c.leadAgencyId !== null)

type Resolver = (staff: Staff, c: Complaint, now: Instant, city: CityRules) => boolean

const staffParties: Partial<Record<Party, Resolver>> = {
  anyone: () => true,
  /** A complaint without a key holder is answered by whoever filed it. */
  reporter: (staff, c) => !c.hasKeyHolder && c.filedBy === staff.id,
  verifier: verifies,
  coordinator: (staff, _c, now) => holdsRole(staff, 'admin', now),
  lead_liaison: (staff, c, now) => leads(staff, c, 'liaison', now),
  lead_officer: (staff, c, now) =>
    leads(staff, c, 'officer', now) && (c.officerId === null || c.officerId === staff.id),
  lead_head: (staff, c, now) => leads(staff, c, 'head', now),
  supporting: (staff, c, now) =>
    c.supportingAgencyIds.some(
      (id) => holdsRole(staff, 'liaison', now, id) || holdsRole(staff, 'officer', now, id),
    ),
  leader: (staff, c, now) => holdsRole(staff, 'leader', now) && !c.supervisory,
  revealer: (staff, c, now, city) => mayReveal(staff, c, now, city),
  /** Acts for somebody without a key; never where the own agency is complained about. */
  registrar: (staff, c, now) =>
    holdsRole(staff, 'admin', now) &&
    !c.hasKeyHolder &&
    !c.supervisory &&
    !isComplainedAbout(staff, c, now),
  same_person: () => true,
}

/** True when the actor is that party to this complaint at that time. */
export const isParty = (
  party: Party,
  actor: Actor,
  c: Complaint,
  now: Instant,
  city: CityRules,
): boolean => {
  if (actor.kind === 'staff') return staffParties[party]?.(actor, c, now, city) ?? false
  if (party === 'anyone') return true
  return party === actor.kind
}

/**
 * Whose file it is: the reporter's when whoever filed for somebody adds what was handed over the
 * counter, else the agency's. Whoever works on the case adds evidence, also to one of their own.
 */
export const fileSource = (actor: Actor, c: Complaint, now: Instant): 'reporter' | 'agency' => {
  if (actor.kind !== 'staff') return 'reporter'
  if (c.hasKeyHolder || c.filedBy !== actor.id) return 'agency'
  const works = (['liaison', 'officer', 'head', 'inspectorate'] as const).some((role) =>
    holdsRole(actor, role, now, c.leadAgencyId),
  )
  return c.leadAgencyId !== null && works ? 'agency' : 'reporter'
}

/** Some party of the list. */
export const isAnyParty = (
  parties: readonly Party[],
  actor: Actor,
  c: Complaint,
  now: Instant,
  city: CityRules,
): boolean => parties.some((party) => isParty(party, actor, c, now, city))

/** Returned twice: whose it is, the city administrator decides. */
const waitsForCoordinator = (c: Complaint): boolean => c.returns >= 2 && c.leadAgencyId === null

/**
 * May open the complaint on the desk. Inspektorat, leader and auditor read all: late cases climb
 * to them, and Inspektorat alone reveals where the operating agency is complained about.
 * Supervisory cases else only the verifier until they are routed, and the administrator while
 * only they may route it; no supporting agency, which may be the one complained about.
 */
export const mayRead = (staff: Staff, c: Complaint, now: Instant): boolean => {
  const oversight = ['auditor', 'leader', 'inspectorate'] as const
  if (oversight.some((role) => holdsRole(staff, role, now))) return true
  if (verifies(staff, c, now)) return true
  const helping = c.supervisory ? [] : c.supportingAgencyIds
  const agencies = [c.leadAgencyId, ...helping].filter((id) => id !== null)
  if (
    agencies.some((id) =>
      (['liaison', 'officer', 'head'] as const).some((role) => holdsRole(staff, role, now, id)),
    )
  )
    return true
  if (holdsRole(staff, 'admin', now)) return !c.supervisory || waitsForCoordinator(c)
  if (c.supervisory) return false
  return !c.hasKeyHolder && c.filedBy === staff.id
}
