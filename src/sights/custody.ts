import type { EventRow } from '../db/dossier.ts'
import type { State } from '../domain/case/complaint.ts'
import { type CustodyHolder, custody, custodyTotals } from '../domain/case/custody.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type AgencyName, agencyName } from './names.ts'

/** Who held it, and for how many working days together. */
export interface Held {
  holder: CustodyHolder
  agency: AgencyName | null
  days: number
}

export function heldBy(events: readonly EventRow[], city: City, now: Instant): Held[] {
  const spans = custody(
    events.map((e) => ({ at: e.at, stateAfter: e.stateAfter as State, agencyAfter: e.agencyId })),
    now,
  )
  return custodyTotals(spans, calendarOf(city)).map((total) => ({
    holder: total.holder,
    agency: agencyName(city, total.agencyId),
    days: total.workingDays,
  }))
}
