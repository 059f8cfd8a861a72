import type { CityRules } from '../case/parties.ts'
import { type Calendar, weekOf } from '../time/calendar.ts'
import type { ClockRule } from '../time/clock-rules.ts'
import type { Instant, IsoDate } from '../time/time.ts'
import type { PublicLimit } from './public-limits.ts'

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
  /** Who answers for it, as the public reads it. */
  headName: string | null
  /** Letters to its people go there as well: no names, no link that acts. */
  mailbox: string | null
}

export interface Category {
  id: number
  slug: string
  name: string
  defaultAgencyId: number | null
  publicWorks: boolean
  active: boolean
  /** Words that propose it, parted by commas. */
  proposedBy: string
}

export interface Area {
  id: number
  code: string
  name: string
  /** District of a subdistrict; null for a district. */
  parentId: number | null
  lat: number | null
  lng: number | null
  active: boolean
}

/** Who answers for what the city does not: PLN, the province, the police. */
export interface Authority {
  id: number
  slug: string
  name: string
  what: string
  reach: string
  active: boolean
}

/** What an agency does for people; it may have a survey of its own. */
export interface Service {
  id: number
  slug: string
  name: string
  agencyId: number
  active: boolean
}

/** Words on the public form, for a category or for all. */
export interface FormNotice {
  id: number
  text: string
  categoryId: number | null
  fromDay: IsoDate
  /** The last day; null: no end. */
  untilDay: IsoDate | null
  active: boolean
}

export interface Settings {
  cityName: string
  prefix: string
  /** Base64url of a PNG; none: the program's own mark. */
  logo?: string
  /** Minutes ahead of UTC. */
  offset: number
  /** Office hours, minutes of the day. */
  office: [number, number]
  operatingAgency: string
  inspectorateAgency: string
  /** Unit that handles supervisory cases about Inspektorat, for the mayor; none: outside only. */
  delegateAgency?: string
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
  /** Public key that backups are sealed for; the private one is with the city. */
  backupKey?: string
  /** A restore brought the reports back as they stood at `until`; what came later is lost. */
  restored?: { until: Instant; at: Instant }
  readOnly: boolean
  /** Whether the public form takes reports, and what it says while it does not; none: it does. */
  intake?: { open: boolean; sentence: string }
  /** Groups of settings as they came with the program: nobody of the city has looked at them. */
  samples?: string[]
}

export interface City {
  version: number
  settings: Settings
  agencies: Agency[]
  /** Names that an agency had in addresses before, with its id. */
  oldSlugs: Record<string, number>
  categories: Category[]
  areas: Area[]
  authorities: Authority[]
  notices: FormNotice[]
  services: Service[]
  clockRules: ClockRule[]
  limits: PublicLimit[]
  holidays: Record<IsoDate, string>
  /** Which of them are cuti bersama. */
  jointLeave: IsoDate[]
  /** Those that are loaded, with the decree that says them. */
  years: { year: number; source: string }[]
  firstYear: number
  lastYear: number
}

/** The city's own, or an agency's; whose clock it is, it is reckoned by the one that is due. */
export function calendarOf(city: City, agencyId: number | null = null): Calendar {
  return weekOf(agencyId, ownCalendar(city))
}

const ownCalendar = oncePerVersion(
  (city): Calendar => ({
    holidays: city.holidays,
    firstYear: city.firstYear,
    lastYear: city.lastYear,
    office: city.settings.office,
    offset: city.settings.offset,
    everyDayAgencies: city.agencies.filter((a) => a.everyDay).map((a) => a.id),
  }),
)

export const rulesOf = oncePerVersion(
  (city): CityRules => ({
    operatingAgencyId: agencyBySlug(city, city.settings.operatingAgency)?.id ?? null,
    inspectorateAgencyId: agencyBySlug(city, city.settings.inspectorateAgency)?.id ?? null,
    delegateAgencyId: agencyBySlug(city, city.settings.delegateAgency ?? '')?.id ?? null,
    approvingAgencyIds: city.agencies.filter((a) => a.approval).map((a) => a.id),
    publicWorksIds: city.categories.filter((c) => c.publicWorks).map((c) => c.id),
  }),
)

/** Lists ask for each of their rows; a version of the city is one object as long as it is read. */
function oncePerVersion<T>(make: (city: City) => T): (city: City) => T {
  const made = new WeakMap<City, T>()
  return (city) => {
    const known = made.get(city)
    if (known) return known
    const one = make(city)
    made.set(city, one)
    return one
  }
}

export function agencyBySlug(city: City, slug: string): Agency | undefined {
  return city.agencies.find((a) => a.slug === slug)
}

/** Under the name that it has in addresses, or one that it had. */
export function agencyLed(city: City, slug: string): Agency | undefined {
  return agencyBySlug(city, slug) ?? agencyById(city, city.oldSlugs[slug] ?? null)
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
