import { type Agency, agencyById, areaById, type City } from '../domain/city/city.ts'

export type AgencyName = Pick<Agency, 'name' | 'shortName' | 'slug'>

export function agencyName(city: City, id: number | null): AgencyName | null {
  const agency = agencyById(city, id)
  return agency ? { name: agency.name, shortName: agency.shortName, slug: agency.slug } : null
}

export function areaName(city: City, id: number | null): string | null {
  return areaById(city, id)?.name ?? null
}

/** Names of a place, from the most exact one; what is not known or not shown is left out. */
export function placeOf(...names: (string | null)[]): string[] {
  return names.filter((name) => name !== null && name !== '') as string[]
}
