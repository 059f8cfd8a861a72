import type { Dossier } from '../db/dossier.ts'
import type { Channel, Complaint } from '../domain/case/complaint.ts'
import { type City, categoryById } from '../domain/city/city.ts'
import { isWithin, type Point } from '../domain/city/point.ts'
import type { Staff } from '../domain/people/actor.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import { type Held, heldBy } from './custody.ts'
import { type Eye, shown } from './eye.ts'
import { type AgencyName, agencyName, areaName, placeOf } from './names.ts'
import { ownWords } from './own-words.ts'
import type { Names } from './person.ts'

export interface DeskFacts {
  landmark: string | null
  /** `within`: inside the city's bounds. */
  point: (Point & { within: boolean }) | null
  place: string[]
  /** Which ways to the reporter there are; never the ways themselves. */
  reporter: { anonymous: boolean; hasKeyHolder: boolean } & Dossier['reachable']
  held: Held[]
  category: string | null
  agency: AgencyName | null
  proposed: AgencyName | null
  supporting: AgencyName[]
  about: AgencyName | null
  /** Null while no agency has it. */
  officer: 'nobody' | { name: string | null } | null
  receivedAt: Instant
  /** Days as an older record tells them. */
  told: Complaint['told'] | null
  incidentDay: IsoDate | null
  channel: Channel
  /** By its number the report stands elsewhere with its reporter's name. */
  laporNumber: string | null
  onBehalf: string | null
  loss: string | null
  settlement: string | null
}

export function deskFacts(
  d: Dossier,
  staff: Staff,
  sees: Eye,
  city: City,
  now: Instant,
  names: Names,
): DeskFacts {
  const { complaint, row, reachable } = d
  const { landmark, lat, lng, incidentDay, onBehalf, loss, settlement } = ownWords(row, sees)
  const { anonymous, hasKeyHolder, leadAgencyId } = complaint
  return {
    landmark,
    point: pointIn(lat, lng, city),
    place: placeOf(areaName(city, complaint.subdistrictId), areaName(city, complaint.districtId)),
    reporter: { anonymous, hasKeyHolder, ...reachable },
    held: heldBy(d.events, city, now),
    category: categoryById(city, complaint.categoryId)?.name ?? null,
    agency: agencyName(city, leadAgencyId),
    proposed: leadAgencyId === null ? agencyName(city, complaint.proposedAgencyId) : null,
    supporting: complaint.supportingAgencyIds.flatMap((id) => agencyName(city, id) ?? []),
    about: agencyName(city, complaint.aboutAgencyId),
    officer: officerOf(d, staff, names),
    receivedAt: complaint.receivedAt,
    told: complaint.told ?? null,
    incidentDay,
    channel: complaint.channel,
    laporNumber: shown(sees, 'originalText', row.laporNumber),
    onBehalf,
    loss,
    settlement,
  }
}

function pointIn(lat: number | null, lng: number | null, city: City): DeskFacts['point'] {
  if (lat === null || lng === null) return null
  return { lat, lng, within: isWithin({ lat, lng }, city.settings.bbox) }
}

function officerOf({ complaint }: Dossier, staff: Staff, names: Names): DeskFacts['officer'] {
  const { officerId, leadAgencyId } = complaint
  if (leadAgencyId === null) return null
  if (officerId === null) return 'nobody'
  return { name: officerId === staff.id ? staff.name : (names.get(officerId) ?? null) }
}
