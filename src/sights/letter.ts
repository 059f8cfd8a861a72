import { type Complaint, liveClock } from '../domain/case/complaint.ts'
import { isSecret } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { ClockKind } from '../domain/time/clocks.ts'
import { heldClock } from '../domain/time/due.ts'
import type { IsoDate } from '../domain/time/time.ts'
import { type AgencyName, agencyName } from './names.ts'

/** What a letter may say of a complaint: it lies open in a mailbox, whoever it is for. */
export interface LetterSight {
  reference: string
  /** Null also where the report is secret. */
  agency: AgencyName | null
  due: { day: IsoDate; provisional: boolean } | null
}

interface About {
  agencyId: number | null
  /** The clock whose day it tells; null: the date that is promised. */
  clock: ClockKind | null
}

export function letterSight(complaint: Complaint, city: City, about: About): LetterSight {
  const clock = about.clock ? liveClock(complaint, about.clock) : heldClock(complaint)
  return {
    reference: complaint.reference,
    agency: isSecret(complaint) ? null : agencyName(city, about.agencyId ?? complaint.leadAgencyId),
    due: clock ? { day: clock.dueDay, provisional: clock.provisional } : null,
  }
}
