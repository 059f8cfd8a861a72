import { agencyById, type City } from '../../domain/city/city.ts'
import type { TemplatePlace } from '../../domain/people/templates.ts'
import type { Words } from '../../words/words.ts'

/** Whose it is: a heading, and who may use it. */
export function placeText(
  t: Words,
  city: City,
  place: TemplatePlace,
): [title: string, lead: string] {
  if (place.of === 'own') return [t.templates.own, t.templates.ownLead]
  if (place.of === 'city') return [t.templates.city, t.templates.cityLead]
  return [
    t.templates.ofAgency(agencyById(city, place.agencyId)?.shortName ?? ''),
    t.templates.agencyLead,
  ]
}
