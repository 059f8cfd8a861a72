import type { Complaint } from './complaint.ts'
import type { MemberLetter, Notice, ReporterLetter, StaffLetter } from './letters.ts'
import { waitsForCoordinator } from './objection.ts'

export function tellReporter(template: ReporterLetter): Notice {
  return { to: 'reporter', agencyId: null, template }
}

/** Nobody joined, nobody to tell. An answer and a closing go to them with the letter of the root. */
export function tellMembers({ clusterSize }: Complaint, template: MemberLetter): Notice[] {
  return clusterSize > 1 ? [{ to: 'members', agencyId: null, template }] : []
}

export function tellAgency(complaint: Complaint, template: StaffLetter): Notice[] {
  return complaint.leadAgencyId === null
    ? []
    : [{ to: 'agency', agencyId: complaint.leadAgencyId, template }]
}

export function tellVerifier(template: StaffLetter): Notice {
  return { to: 'verifier', agencyId: null, template }
}

/** Whoever holds the case now, when it is sent. */
export function tellOfficer({ leadAgencyId }: Complaint, template: StaffLetter): Notice {
  return { to: 'officer', agencyId: leadAgencyId, template }
}

export function tellHead({ leadAgencyId }: Complaint): Notice {
  return { to: 'head', agencyId: leadAgencyId, template: 'approval' }
}

/** Before it is routed a report lies with the verifiers, returned twice or objected with the administrator. */
export function tellHolder(complaint: Complaint, template: StaffLetter): Notice[] {
  if (complaint.leadAgencyId !== null) return tellAgency(complaint, template)
  return waitsForCoordinator(complaint)
    ? [{ to: 'admin', agencyId: null, template }]
    : [tellVerifier(template)]
}

/** A supervisory case lies with Inspektorat, beyond the verifier's reach. */
export function needsScreen(complaint: Complaint): boolean {
  return complaint.anonymous && !complaint.supervisory
}
