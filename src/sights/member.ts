import type { Dossier } from '../db/dossier.ts'
import type { Complaint, State } from '../domain/case/complaint.ts'
import { fieldOfMessage } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type ClockSight, clockSight } from './clock.ts'
import { eyeOf } from './eye.ts'
import { type AgencyName, agencyName } from './names.ts'
import { type Said, saidIn } from './said.ts'
import { toldBy } from './told.ts'

export interface MemberSight {
  /** Only where the root itself is public. */
  reference: string | null
  state: State | null
  /** Whose clock and agency the reporter follows from now on, instead of their own. */
  followed: { agency: AgencyName | null; clock: ClockSight } | null
  answers: Said[]
}

export function memberSight(
  root: NonNullable<Dossier['root']>,
  city: City,
  now: Instant,
): MemberSight {
  const { complaint, answers } = toldBy(root, now)
  const sees = eyeOf({ kind: 'member' }, complaint, city, now)
  const agency = agencyName(city, complaint.leadAgencyId)
  return {
    reference: [root.complaint, complaint].every(isReleased) ? complaint.reference : null,
    state: sees('state') ? complaint.state : null,
    followed:
      sees('clock') && sees('agency') ? { agency, clock: clockSight(complaint, city, now) } : null,
    answers: answers
      .filter((m) => m.visibleFrom <= now && sees(fieldOfMessage(m)))
      .map((m) => saidIn(m, city)),
  }
}

/** What is taken from the public is gone at once: see publicSight. */
function isReleased({ release }: Complaint): boolean {
  return release.status === 'released'
}
