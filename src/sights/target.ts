import { type Complaint, clockOf } from '../domain/case/complaint.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import { type Limit, limitOn } from '../domain/city/public-limits.ts'
import { isLateAt, isLive } from '../domain/time/clocks.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'

/** The city's own limit for the category, and how it stands. */
export interface TargetSight extends Limit {
  /** `coming`: it runs from the routing on. */
  state: 'coming' | 'runs' | 'stands' | 'missed' | 'kept' | 'broken'
  day: IsoDate
  /** Of one in hours. */
  at: Instant | null
}

export function targetSight(complaint: Complaint, city: City, now: Instant): TargetSight | null {
  const clock = clockOf(complaint, 'target')
  if (!clock) return comingTarget(complaint, city, now)
  if (clock.status === 'void') return null
  const { length, dueDay: day, dueAt: at } = clock
  const unit = clock.unit === 'hour' ? 'hour' : 'working_day'
  const ended = clock.late ? 'broken' : 'kept'
  const stands = clock.status === 'paused' ? 'stands' : 'runs'
  const live = isLateAt(clock, now, calendarOf(city)) ? 'missed' : stands
  return { unit, length, day, at, state: isLive(clock) ? live : ended }
}

function comingTarget(
  { state, categoryId }: Complaint,
  { limits, settings }: City,
  now: Instant,
): TargetSight | null {
  const day = dateOf(now, settings.offset)
  const limit = state === 'received' ? limitOn(limits, categoryId, day) : null
  return limit && { ...limit, day, at: null, state: 'coming' }
}
