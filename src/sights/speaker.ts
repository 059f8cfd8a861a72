import type { MessageRow } from '../db/dossier.ts'
import type { City } from '../domain/city/city.ts'
import { type AgencyName, agencyName } from './names.ts'

/** Who said it, as citizens are told: never which person of the staff. */
export type Speaker =
  | { kind: 'reporter' }
  | { kind: 'agency'; agency: AgencyName }
  | { kind: 'city' }

export function speakerOf(m: Pick<MessageRow, 'authorKind' | 'agencyId'>, city: City): Speaker {
  if (m.authorKind === 'reporter') return { kind: 'reporter' }
  const agency = agencyName(city, m.agencyId)
  return agency ? { kind: 'agency', agency } : { kind: 'city' }
}
