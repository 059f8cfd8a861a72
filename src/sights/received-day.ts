import type { Complaint } from '../domain/case/complaint.ts'
import type { City } from '../domain/city/city.ts'
import { dateOf, type IsoDate } from '../domain/time/time.ts'

/** When it came in; of one that was brought from an older record, as that tells it. */
export function receivedDay(
  { told, receivedAt }: Pick<Complaint, 'told' | 'receivedAt'>,
  city: City,
): IsoDate {
  return told?.day ?? dateOf(receivedAt, city.settings.offset)
}
