import { agencyById, agencyBySlug, agencyLed, type City } from './city.ts'
import { isOpen, type OpeningNeed } from './opening.ts'
import { crowded } from './room.ts'
import type { Noun } from './sheets/sheet.ts'

/** What would keep the public form or the desk from working, in the city as a whole. */
export interface CityFault {
  noun: Noun
  rowId: number
  /** Field of the row's form. */
  field: string
  what:
    | 'agency_inactive'
    | 'reversed'
    /** The south of the map north of its north. */
    | 'upside_down'
    | 'no_category'
    | 'no_area'
    | 'round'
    | 'not_a_district'
    | 'still_used'
    | 'same_agency'
    | 'year_used'
    | 'year_gap'
    | 'no_year'
    /** Another change of the same waits for a second person's yes. */
    | 'waiting'
    /** An agency's address. */
    | 'of_an_agency'
    /** Sheets with it hang where people are served. */
    | 'printed'
    /** More than pages can hold (room.ts). */
    | 'too_many'
    | `without_${OpeningNeed}`
}

function cityFaults(city: City): CityFault[] {
  return [
    ...ofAgencies(city),
    ...ofCategories(city),
    ...ofAreas(city),
    ...ofYears(city),
    ...ofServices(city),
    ...ofSettings(city),
    ...crowded(city),
  ].concat(
    city.notices
      .filter(({ fromDay, untilDay }) => untilDay !== null && untilDay < fromDay)
      .map(({ id }) => ({ noun: 'notice', rowId: id, field: 'sampai', what: 'reversed' })),
  )
}

/** Those that a change brings. */
export function newFaults(before: City, after: City): CityFault[] {
  const known = new Set(cityFaults(before).map((fault) => JSON.stringify(fault)))
  return cityFaults(after).filter((fault) => !known.has(JSON.stringify(fault)))
}

function isActive(city: City, agencyId: number | null): boolean {
  return agencyId === null || agencyById(city, agencyId)?.active === true
}

function ofAgencies(city: City): CityFault[] {
  return city.agencies.flatMap((agency): CityFault[] => {
    const at = { noun: 'agency', rowId: agency.id } as const
    if (isRound(city, agency.id)) return [{ ...at, field: 'induk', what: 'round' }]
    return agency.active && !isActive(city, agency.parentId)
      ? [{ ...at, field: 'induk', what: 'agency_inactive' }]
      : []
  })
}

/** A unit of itself, by whatever way. */
function isRound(city: City, start: number): boolean {
  const seen = new Set<number>()
  for (let id: number | null = start; id !== null; id = agencyById(city, id)?.parentId ?? null) {
    if (seen.has(id)) return id === start
    seen.add(id)
  }
  return false
}

function ofCategories(city: City): CityFault[] {
  const active = city.categories.filter((category) => category.active)
  const inactive = active
    .filter(({ defaultAgencyId }) => !isActive(city, defaultAgencyId))
    .map(({ id }): CityFault => {
      return { noun: 'category', rowId: id, field: 'opd', what: 'agency_inactive' }
    })
  return active.length > 0
    ? inactive
    : [{ noun: 'category', rowId: 0, field: 'aktif', what: 'no_category' }]
}

function ofAreas(city: City): CityFault[] {
  const active = city.areas.filter((area) => area.active)
  const lost = active.filter(({ parentId }) => {
    const district = city.areas.find(({ id }) => id === parentId)
    return parentId !== null && !(district?.active && district.parentId === null)
  })
  const faults = lost.map(({ id }): CityFault => {
    return { noun: 'area', rowId: id, field: 'kecamatan', what: 'not_a_district' }
  })
  return active.length > 0 ? faults : [{ noun: 'area', rowId: 0, field: 'aktif', what: 'no_area' }]
}

/** A year between two that is not loaded would count as if it had no day off. */
function ofYears({ years }: City): CityFault[] {
  const at = { noun: 'calendar', field: 'tahun' } as const
  if (years.length === 0) return [{ ...at, rowId: 0, what: 'no_year' }]
  return years
    .filter(({ year }, i) => i > 0 && years[i - 1]?.year !== year - 1)
    .map(({ year }): CityFault => ({ ...at, rowId: year, what: 'year_gap' }))
}

/** Services and agencies share one room of addresses (/survei/…). */
function ofServices(city: City): CityFault[] {
  return city.services.flatMap(({ id, slug, agencyId, active }): CityFault[] => {
    const at = { noun: 'service', rowId: id } as const
    if (agencyLed(city, slug)) return [{ ...at, field: 'alamat', what: 'of_an_agency' }]
    return active && !isActive(city, agencyId)
      ? [{ ...at, field: 'penyelenggara', what: 'agency_inactive' }]
      : []
  })
}

function ofSettings({ settings, ...city }: City): CityFault[] {
  const whole = { ...city, settings }
  const { operatingAgency, inspectorateAgency, delegateAgency, office } = settings
  const [south, west, north, east] = settings.bbox
  const named = [
    ['opd_pengelola', operatingAgency],
    ['opd_inspektorat', inspectorateAgency],
    ['opd_wakil', delegateAgency],
  ] as const
  const faults = named
    .filter(([, slug]) => slug && agencyBySlug(whole, slug)?.active !== true)
    .map(([field]): CityFault => {
      return { noun: 'identity', rowId: 0, field, what: 'agency_inactive' }
    })
  if (!operatingAgency && isOpen(settings))
    faults.push({ noun: 'identity', rowId: 0, field: 'opd_pengelola', what: 'without_operator' })
  if (delegateAgency && delegateAgency === inspectorateAgency)
    faults.push({ noun: 'identity', rowId: 0, field: 'opd_wakil', what: 'same_agency' })
  if (office[0] >= office[1])
    faults.push({ noun: 'hours', rowId: 0, field: 'tutup', what: 'reversed' })
  const map = { noun: 'bounds', rowId: 0, what: 'upside_down' } as const
  if (south >= north) faults.push({ ...map, field: 'utara' })
  if (west >= east) faults.push({ ...map, field: 'timur' })
  return faults
}
