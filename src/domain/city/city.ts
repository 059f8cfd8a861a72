import { type Given, holderAfter } from '../acts/acts.ts'
import type { Complaint } from '../case/complaint.ts'
import type { CityRules } from '../case/parties.ts'
import type { Calendar } from '../time/calendar.ts'
import type { ClockRule } from '../time/clock-rules.ts'
import type { IsoDate } from '../time/time.ts'

export interface Agency {
  id: number
  slug: string
  name: string
  shortName: string
  kind: string
  /** Agency that it is a unit of. */
  parentId: number | null
  status: string
  active: boolean
  approval: boolean
  everyDay: boolean
}

export interface Category {
  id: number
  slug: string
  name: string
  defaultAgencyId: number | null
  publicWorks: boolean
  active: boolean
}

export interface Area {
  id: number
  code: string
  name: string
  /** District of a subdistrict; null for a district. */
  parentId: number | null
  lat: number | null
  lng: number | null
}

export interface Settings {
  cityName: string
  prefix: string
  /** Minutes ahead of UTC. */
  offset: number
  /** Office hours, minutes of the day. */
  office: [number, number]
  operatingAgency: string
  inspectorateAgency: string
  manager: { name: string; position: string; address: string; phone: string; email: string }
  emergency: { phone: string; text: string }
  nextInstances: { name: string; what: string; contact: string }[]
  otherWays: { name: string; how: string }[]
  /** South, west, north, east: a point outside is marked, never refused. */
  bbox: [number, number, number, number]
  retentionMonths: number
  /** Address that our letters come from; the manager's own where none is set. */
  sender?: string
  digestAddress?: string
  /** Public keys (`x` of the JWK) that signed receipts before, and the last day of each. */
  receiptKeys?: { x: string; until: IsoDate }[]
  readOnly: boolean
}

export interface City {
  version: number
  settings: Settings
  agencies: Agency[]
  categories: Category[]
  areas: Area[]
  clockRules: ClockRule[]
  holidays: Record<IsoDate, string>
  firstYear: number
  lastYear: number
}

export function calendarOf(city: City, agencyId?: number | null): Calendar {
  return {
    holidays: city.holidays,
    firstYear: city.firstYear,
    lastYear: city.lastYear,
    office: city.settings.office,
    offset: city.settings.offset,
    everyDay: city.agencies.find((a) => a.id === agencyId)?.everyDay ?? false,
  }
}

/** The calendar of whoever holds the case after a command: the desk's is the city's. */
export function calendarFor(city: City, complaint?: Complaint, command?: Given): Calendar {
  return calendarOf(
    city,
    complaint && command ? holderAfter(complaint, command) : complaint?.leadAgencyId,
  )
}

export function rulesOf(city: City): CityRules {
  return {
    operatingAgencyId: agencyBySlug(city, city.settings.operatingAgency)?.id ?? null,
    inspectorateAgencyId: agencyBySlug(city, city.settings.inspectorateAgency)?.id ?? null,
    approvingAgencyIds: city.agencies.filter((a) => a.approval).map((a) => a.id),
    publicWorksIds: city.categories.filter((c) => c.publicWorks).map((c) => c.id),
  }
}

export function agencyBySlug(city: City, slug: string): Agency | undefined {
  return city.agencies.find((a) => a.slug === slug)
}

export function agencyById(city: City, id: number | null): Agency | undefined {
  return city.agencies.find((a) => a.id === id)
}

export function categoryById(city: City, id: number | null): Category | undefined {
  return city.categories.find((c) => c.id === id)
}

export function areaById(city: City, id: number | null): Area | undefined {
  return city.areas.find((a) => a.id === id)
}
