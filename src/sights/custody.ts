import type { EventRow } from '../db/dossier.ts'
import type { State } from '../domain/case/complaint.ts'
import {
  type CustodyEvent,
  type CustodyHolder,
  coordinated,
  custody,
  custodyTotals,
  holderAfter,
} from '../domain/case/custody.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type AgencyName, agencyName } from './names.ts'

/** Who held it, and for how many working days together. */
export interface Held {
  holder: CustodyHolder
  agency: AgencyName | null
  days: number
}

/** Where it is now, and where it was before; none holds one that has ended. */
export interface Custody {
  now: Held | null
  before: Held[]
}

export function custodyOf(events: readonly EventRow[], city: City, now: Instant): Custody {
  const held = heldBy(events, city, now).filter(({ holder }) => holder !== 'none')
  const last = stepsIn(events).at(-1)
  const holder = last ? holderAfter(last) : 'verifier'
  const agency = holder === 'agency' ? agencyName(city, last?.agencyAfter ?? null) : null
  const isHere = (one: Held) => one.holder === holder && one.agency?.slug === agency?.slug
  return {
    now: holder === 'none' ? null : (held.find(isHere) ?? { holder, agency, days: 0 }),
    before: held.filter((one) => !isHere(one)),
  }
}

export function heldBy(events: readonly EventRow[], city: City, now: Instant): Held[] {
  const spans = custody(stepsIn(events), now)
  return custodyTotals(spans, calendarOf(city)).map((total) => ({
    holder: total.holder,
    agency: agencyName(city, total.agencyId),
    days: total.workingDays,
  }))
}

function stepsIn(events: readonly EventRow[]): CustodyEvent[] {
  const waits = coordinated(events)
  return events.map(({ at, stateAfter, agencyId }, i) => ({
    ...{ at, stateAfter: stateAfter as State, agencyAfter: agencyId },
    waits: waits[i],
  }))
}
