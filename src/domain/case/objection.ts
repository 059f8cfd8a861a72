import { addDays, dateOf, type Instant, type IsoDate } from '../time/time.ts'
import { type Refusal, refuse } from './command.ts'
import type { Complaint } from './complaint.ts'

/** Days within which the reporter may object (docs/rules.md, Commands). */
const OBJECT_DAYS = 30

/** From the day when they were told of its end; nobody is late who was not. */
export function objectUntil(toldAt: Instant | null, offset: number): IsoDate | null {
  return toldAt === null ? null : addDays(dateOf(toldAt, offset), OBJECT_DAYS)
}

/** While the city administrator decides nobody else moves it on. */
export function notObjected({ objection }: Complaint): Refusal | null {
  return objection === 'open' ? refuse('coordinator_only') : null
}

type Led = Pick<Complaint, 'returns' | 'objection' | 'leadAgencyId'>

/** Only the city administrator says whose it is. */
export function waitsForCoordinator({ returns, objection, leadAgencyId }: Led): boolean {
  return leadAgencyId === null && (returns >= 2 || objection === 'open')
}

/** The city administrator has said whose it is. */
export function isRoutedForGood({ returns, objection }: Complaint): boolean {
  return returns >= 2 || objection === 'upheld'
}
