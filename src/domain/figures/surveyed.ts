import { type Agency, agencyById, agencyLed, type City, type Service } from '../city/city.ts'

/** What is asked about: an agency, or one of its services. */
export interface Surveyed {
  agency: Agency
  service: Service | null
  /** 'agency:4' or 'service:7', as it is counted. */
  scope: string
  slug: string
  name: string
  /** Takes answers. */
  open: boolean
}

/** By its part of the address; an agency also under a name that it had. */
export function surveyedAt(city: City, slug: string): Surveyed | null {
  const service = city.services.find((one) => one.slug === slug) ?? null
  const agency = service ? agencyById(city, service.agencyId) : agencyLed(city, slug)
  if (!agency) return null
  return service ? surveyedService(agency, service) : surveyedAgency(agency)
}

export function agencyScope({ id }: Pick<Agency, 'id'>): string {
  return `agency:${id}`
}

function surveyedAgency(agency: Agency): Surveyed {
  const { slug, name, active } = agency
  return { agency, service: null, scope: agencyScope(agency), slug, name, open: active }
}

function surveyedService(agency: Agency, service: Service): Surveyed {
  const { id, slug, name, active } = service
  return { agency, service, scope: `service:${id}`, slug, name, open: active && agency.active }
}

/** An agency's services, also those that take no answers any more. */
export function servicesOf(city: City, agency: Agency): Surveyed[] {
  return city.services
    .filter(({ agencyId }) => agencyId === agency.id)
    .map((service) => surveyedService(agency, service))
}
