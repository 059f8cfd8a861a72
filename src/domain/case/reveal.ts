import { belongedTo, holdsKnownRole, type Staff } from '../people/actor.ts'
import type { Instant } from '../time/time.ts'
import type { Complaint, ComplaintClass } from './complaint.ts'
import type { CityRules } from './parties.ts'
import type { Seen } from './seen.ts'

/** The list only grows. */
export function complainedAbout(complaint: Seen): number[] {
  return [
    ...new Set(
      [
        complaint.leadAgencyId,
        complaint.proposedAgencyId,
        complaint.aboutAgencyId,
        ...complaint.supportingAgencyIds,
        ...complaint.formerAgencyIds,
      ].filter((id) => id !== null),
    ),
  ]
}

/**
 * Named by the reporter or a verifier: a name that stays. That it handles a case, or that an agency
 * returned one proposing it, does not make the case one about Inspektorat.
 */
export function isAboutInspectorate(
  { aboutAgencyId, proposedAgencyId, returns }: Seen,
  { inspectorateAgencyId: id }: CityRules,
): boolean {
  return id !== null && (aboutAgencyId === id || (returns === 0 && proposedAgencyId === id))
}

/** That Inspektorat handles a supervisory case does not make it one about Inspektorat. */
export function accused(complaint: Seen, city: CityRules): number[] {
  return complainedAbout(complaint).filter(
    (id) =>
      !(
        complaint.supervisory &&
        id === city.inspectorateAgencyId &&
        complaint.aboutAgencyId !== id
      ),
  )
}

export function isComplainedAbout(staff: Staff, complaint: Seen, now: Instant): boolean {
  return complainedAbout(complaint).some((id) => belongedTo(staff, id, now))
}

/** It is about their own agency: they decide nothing of it, and do not read what the agency may not. */
export function isAccused(staff: Staff, complaint: Seen, now: Instant): boolean {
  return !nobodyIsComplainedAbout(complaint) && isComplainedAbout(staff, complaint, now)
}

/** A role never suffices, and a new one not yet: see docs/rules.md, Who may know the reporter. */
export function mayReveal(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  if (nobodyIsComplainedAbout(complaint) && handles(staff, complaint, now)) return true
  const about = accused(complaint, city)
  if (about.some((id) => belongedTo(staff, id, now))) return false
  if (about.includes(city.inspectorateAgencyId ?? Number.NaN))
    return holdsKnownRole(staff, 'leader', now)
  if (holdsKnownRole(staff, 'inspectorate', now)) return true
  if (about.includes(city.operatingAgencyId ?? Number.NaN) || complaint.supervisory) return false
  return holdsKnownRole(staff, 'verifier', now) || holdsKnownRole(staff, 'admin', now)
}

/** A request or an aspiration under the reporter's own name accuses nobody, unless it names an agency. */
function nobodyIsComplainedAbout(complaint: Seen): boolean {
  const { aboutAgencyId, anonymous, supervisory } = complaint
  return complaint.class !== 'complaint' && aboutAgencyId === null && !anonymous && !supervisory
}

/**
 * Once an agency had it as a complaint, another class does not open the reporter's name to that agency:
 * the agency is named as the one complained about.
 */
export function aboutOnceReclassed(complaint: Complaint, next: ComplaintClass): number | null {
  const { aboutAgencyId, leadAgencyId, formerAgencyIds, firstRoutedDay } = complaint
  if (complaint.class !== 'complaint' || next === 'complaint' || firstRoutedDay === null)
    return aboutAgencyId
  return aboutAgencyId ?? leadAgencyId ?? formerAgencyIds.at(-1) ?? null
}

function handles(staff: Staff, complaint: Seen, now: Instant): boolean {
  return (
    complaint.leadAgencyId !== null &&
    (holdsKnownRole(staff, 'liaison', now, complaint.leadAgencyId) ||
      (complaint.officerId === staff.id &&
        holdsKnownRole(staff, 'officer', now, complaint.leadAgencyId)))
  )
}
