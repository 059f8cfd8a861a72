import type { Case } from '../db/cases.ts'
import type { Channel, ComplaintClass } from '../domain/case/complaint.ts'
import { type City, categoryById } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { eyeOf } from './eye.ts'
import { type AgencyName, agencyName, areaName, placeOf } from './names.ts'
import { type OwnWords, ownWords } from './own-words.ts'

/** What is kept of a reporter besides name, contact, files and what was said: for whoever holds the key. */
export interface KeptSight extends OwnWords {
  receivedAt: Instant
  class: ComplaintClass
  channel: Channel
  laporNumber: string | null
  category: string | null
  /** Subdistrict and district. */
  area: string[]
  /** The agency that they named. */
  proposed: AgencyName | null
  rating: number | null
  /** When they first had before them what was asked last. */
  openedAt: Instant | null
}

export function keptSight({ complaint, row }: Case, city: City, now: Instant): KeptSight {
  const sees = eyeOf({ kind: 'key' }, complaint, city, now)
  return {
    ...ownWords(row, sees),
    receivedAt: complaint.receivedAt,
    class: complaint.class,
    channel: complaint.channel,
    laporNumber: row.laporNumber,
    category: categoryById(city, complaint.categoryId)?.name ?? null,
    area: placeOf(areaName(city, complaint.subdistrictId), areaName(city, complaint.districtId)),
    proposed: agencyName(city, complaint.proposedAgencyId),
    rating: complaint.rating,
    openedAt: row.openedAt,
  }
}
