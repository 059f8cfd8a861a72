import { belongedTo, holdsRole, type Staff } from './actor.ts'
import type { Complaint } from './complaint.ts'
import type { CityRules } from './parties.ts'
import type { Instant } from './time.ts'

/** Every agency that the complaint names or was ever given to: the list only grows. */
export const complainedAbout = (c: Complaint): number[] => [
  ...new Set(
    [
      c.leadAgencyId,
      c.proposedAgencyId,
      c.aboutAgencyId,
      ...c.supportingAgencyIds,
      ...c.formerAgencyIds,
    ].filter((id) => id !== null),
  ),
]

/** Belongs to an agency complained about, now or within the last 12 months. */
export const isComplainedAbout = (staff: Staff, c: Complaint, now: Instant): boolean =>
  complainedAbout(c).some((id) => belongedTo(staff, id, now))

/**
 * May learn who the reporter is, with a reason that is kept (domain.md, Who may know the
 * reporter). A role never suffices: whoever belongs to the agency complained about is refused.
 * About the operating agency Inspektorat alone; about Inspektorat the mayor's delegate alone.
 */
export const mayReveal = (staff: Staff, c: Complaint, now: Instant, city: CityRules): boolean => {
  if (nobodyIsComplainedAbout(c) && handles(staff, c, now)) return true
  const about = complainedAbout(c).filter(
    (id) => !(c.supervisory && id === city.inspectorateAgencyId && c.aboutAgencyId !== id),
  )
  if (about.some((id) => belongedTo(staff, id, now))) return false
  if (about.includes(city.inspectorateAgencyId ?? Number.NaN))
    return holdsRole(staff, 'leader', now)
  if (holdsRole(staff, 'inspectorate', now)) return true
  if (about.includes(city.operatingAgencyId ?? Number.NaN) || c.supervisory) return false
  return holdsRole(staff, 'verifier', now) || holdsRole(staff, 'admin', now)
}

/** A request or an aspiration under the reporter's own name accuses nobody. */
const nobodyIsComplainedAbout = (c: Complaint): boolean =>
  c.class !== 'complaint' && !c.anonymous && !c.supervisory

const handles = (staff: Staff, c: Complaint, now: Instant): boolean =>
  c.leadAgencyId !== null &&
  (holdsRole(staff, 'liaison', now, c.leadAgencyId) ||
    (c.officerId === staff.id && holdsRole(staff, 'officer', now, c.leadAgencyId)))
