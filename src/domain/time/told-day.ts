import { type Complaint, clockOf } from '../case/complaint.ts'
import { PROMISES } from './due.ts'
import type { IsoDate } from './time.ts'

/** The day of a root that stood on the page of everybody who joined it; '' where it had none. */
export function toldDay(root: Complaint): IsoDate {
  const days = PROMISES.flatMap((kind) => clockOf(root, kind)?.dueDay ?? [])
  return days.sort()[0] ?? ''
}
