import type { Dossier } from '../db/dossier.ts'
import { type City, categoryById } from '../domain/city/city.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import { clockSight } from './clock.ts'
import { publicTitle } from './desk-words.ts'
import { agencyName, areaName } from './names.ts'
import { receivedDay } from './received-day.ts'

/** Of a case, what words that everybody reads may say of it. */
export interface TemplateFacts {
  reference: string
  /** The verifier's own, once it is released. */
  title: string | null
  category: string | null
  subdistrict: string | null
  district: string | null
  agency: string | null
  due: IsoDate | null
  received: IsoDate
  today: IsoDate
}

export function templateFacts(d: Dossier, city: City, now: Instant): TemplateFacts {
  const { complaint } = d
  const { due, today } = clockSight(complaint, city, now)
  return {
    reference: complaint.reference,
    title: publicTitle(d),
    category: categoryById(city, complaint.categoryId)?.name ?? null,
    subdistrict: areaName(city, complaint.subdistrictId),
    district: areaName(city, complaint.districtId),
    agency: agencyName(city, complaint.leadAgencyId)?.name ?? null,
    due: due.kind === 'none' ? null : due.day,
    received: receivedDay(complaint, city),
    today,
  }
}
