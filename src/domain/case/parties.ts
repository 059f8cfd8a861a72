import { type Actor, holdsRole, type Staff } from '../people/actor.ts'
import { asksFromOutside } from '../people/oversight.ts'
import type { Instant } from '../time/time.ts'
import { waitsForCoordinator } from './objection.ts'
import { isAboutInspectorate, isAccused, isComplainedAbout, mayReveal } from './reveal.ts'
import type { Seen } from './seen.ts'

export type Party =
  | 'anyone'
  | 'reporter'
  | 'key_holder'
  | 'timer'
  | 'verifier'
  | 'coordinator'
  | 'lead_liaison'
  | 'lead_officer'
  | 'lead_head'
  | 'supporting'
  | 'overseer'
  | 'investigator'
  | 'countersigner'
  | 'revealer'
  | 'registrar'
  | 'same_person'

export interface CityRules {
  /** Agency that runs this system; complaints about it are revealed by Inspektorat only. */
  operatingAgencyId: number | null
  inspectorateAgencyId: number | null
  /** Who handles supervisory cases about Inspektorat, for the mayor. */
  delegateAgencyId: number | null
  approvingAgencyIds: readonly number[]
  /** Categories of public works: only there may the exact point be public. */
  publicWorksIds: readonly number[]
}

/** Inspektorat's people handle what is routed to Inspektorat as liaison and officer at once. */
function leads(staff: Staff, complaint: Seen, role: 'liaison' | 'officer' | 'head', now: Instant) {
  return (
    complaint.leadAgencyId !== null &&
    (holdsRole(staff, role, now, complaint.leadAgencyId) ||
      (role !== 'head' && holdsRole(staff, 'inspectorate', now, complaint.leadAgencyId)))
  )
}

/** A verifier sees supervisory cases only until they have reached Inspektorat. */
function verifies(staff: Staff, complaint: Seen, now: Instant) {
  return (
    holdsRole(staff, 'verifier', now) && !(complaint.supervisory && complaint.leadAgencyId !== null)
  )
}

/** Of an agency that works on it: its people read what was written to them. */
export function worksOn(staff: Staff, complaint: Seen, now: Instant): boolean {
  const helping = complaint.supervisory ? [] : complaint.supportingAgencyIds
  const roles = ['liaison', 'officer', 'head'] as const
  return (
    (complaint.leadAgencyId !== null &&
      holdsRole(staff, 'inspectorate', now, complaint.leadAgencyId)) ||
    [complaint.leadAgencyId, ...helping].some(
      (id) => id !== null && roles.some((role) => holdsRole(staff, role, now, id)),
    )
  )
}

function filed(staff: Staff, complaint: Seen): boolean {
  return !complaint.hasKeyHolder && complaint.filedBy === staff.id
}

/** Somebody always can: docs/rules.md, Commands. */
export function answersFor(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  if (complaint.hasKeyHolder) return false
  if (complaint.supervisory) return speaksInSupervisory(staff, complaint, now, city)
  return complaint.filerLeft
    ? holdsRole(staff, 'verifier', now) && !isAccused(staff, complaint, now)
    : filed(staff, complaint)
}

function speaksInSupervisory(staff: Staff, complaint: Seen, now: Instant, city: CityRules) {
  if (!isAboutInspectorate(complaint, city)) return holdsRole(staff, 'inspectorate', now)
  return complaint.leadAgencyId === null
    ? verifies(staff, complaint, now)
    : investigates(staff, complaint, now, city)
}

/** Unrouted it lies with Inspektorat, where it is not the one that it is about. */
function investigates(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  if (!complaint.supervisory) return false
  if (complaint.leadAgencyId !== null)
    return (['liaison', 'officer'] as const).some((role) => leads(staff, complaint, role, now))
  return (
    !isAboutInspectorate(complaint, city) &&
    city.inspectorateAgencyId !== null &&
    holdsRole(staff, 'inspectorate', now, city.inspectorateAgencyId)
  )
}

type Resolver = (staff: Staff, complaint: Seen, now: Instant, city: CityRules) => boolean

const staffParties: Partial<Record<Party, Resolver>> = {
  anyone: () => true,
  reporter: answersFor,
  // here and not in each act, so that the next act of theirs has it from the start
  verifier: (staff, complaint, now) =>
    verifies(staff, complaint, now) && !isAccused(staff, complaint, now),
  coordinator: (staff, complaint, now) =>
    holdsRole(staff, 'admin', now) && !isAccused(staff, complaint, now),
  lead_liaison: (staff, complaint, now) => leads(staff, complaint, 'liaison', now),
  lead_officer: (staff, complaint, now) =>
    leads(staff, complaint, 'officer', now) &&
    (complaint.officerId === null || complaint.officerId === staff.id),
  lead_head: (staff, complaint, now) => leads(staff, complaint, 'head', now),
  supporting: (staff, complaint, now) =>
    complaint.supportingAgencyIds.some(
      (id) => holdsRole(staff, 'liaison', now, id) || holdsRole(staff, 'officer', now, id),
    ),
  overseer: (staff, { supervisory, leadAgencyId }, now) =>
    !supervisory && asksFromOutside(staff, leadAgencyId, now),
  investigator: investigates,
  countersigner: (staff, complaint, now) =>
    complaint.supervisory &&
    holdsRole(staff, 'leader', now) &&
    !isComplainedAbout(staff, complaint, now),
  revealer: (staff, complaint, now, city) => mayReveal(staff, complaint, now, city),
  /** Acts for somebody without a key; never where the own agency is complained about. */
  registrar: (staff, complaint, now) =>
    holdsRole(staff, 'admin', now) &&
    !complaint.hasKeyHolder &&
    !complaint.supervisory &&
    !isComplainedAbout(staff, complaint, now),
  same_person: () => true,
}

export function isParty(
  party: Party,
  actor: Actor,
  complaint: Seen,
  now: Instant,
  city: CityRules,
): boolean {
  if (actor.kind === 'staff') return staffParties[party]?.(actor, complaint, now, city) ?? false
  if (party === 'anyone') return true
  if (party === 'key_holder') return actor.kind === 'reporter'
  return party === actor.kind
}

/** The reporter's where whoever filed for them adds what was handed over the counter. */
export function fileSource(
  actor: Actor,
  complaint: Seen,
  now: Instant,
  city: CityRules,
): 'reporter' | 'agency' {
  if (actor.kind !== 'staff') return 'reporter'
  if (!answersFor(actor, complaint, now, city)) return 'agency'
  const works = (['liaison', 'officer', 'head', 'inspectorate'] as const).some((role) =>
    holdsRole(actor, role, now, complaint.leadAgencyId),
  )
  return complaint.leadAgencyId !== null && works ? 'agency' : 'reporter'
}

export function isAnyParty(
  parties: readonly Party[],
  actor: Actor,
  complaint: Seen,
  now: Instant,
  city: CityRules,
): boolean {
  return parties.some((party) => isParty(party, actor, complaint, now, city))
}

/**
 * Late cases climb to Inspektorat; a supporting agency may be the one complained about. That there is
 * a supervisory case is a secret from whom it accuses, whatever else they are.
 */
export function mayRead(staff: Staff, complaint: Seen, now: Instant): boolean {
  const oversight = ['auditor', 'leader', 'inspectorate'] as const
  if (oversight.some((role) => holdsRole(staff, role, now))) return true
  if (worksOn(staff, complaint, now)) return true
  if (complaint.supervisory && isComplainedAbout(staff, complaint, now)) return false
  if (verifies(staff, complaint, now)) return true
  if (holdsRole(staff, 'admin', now))
    return !complaint.supervisory || waitsForCoordinator(complaint)
  if (complaint.supervisory) return false
  return filed(staff, complaint)
}
