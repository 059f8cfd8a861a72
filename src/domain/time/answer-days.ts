import type { Complaint } from '../case/complaint.ts'
import { type Calendar, workingDaysBetween } from './calendar.ts'
import { countedDay } from './clocks.ts'
import { dateOf, type Instant, type IsoDate } from './time.ts'

interface Moment {
  now: Instant
  calendar: Calendar
}

/** Less those its settle clocks stood still, never below 0. */
function netDays(complaint: Complaint, { now, calendar }: Moment): number {
  const settles = complaint.clocks.filter((clock) => clock.kind === 'settle')
  const last = settles.at(-1)
  const date: IsoDate = dateOf(now, calendar.offset)
  const today = last ? countedDay(date, last) : date
  const stood = settles.reduce((sum, clock) => sum + clock.stoodStill, 0)
  return Math.max(0, workingDaysBetween(complaint.dayZero, today, calendar) - stood)
}

export function answeredDays(complaint: Complaint, moment: Moment): number {
  return complaint.firstAnswerDays ?? netDays(complaint, moment)
}

/** A late answer after a dispute counts whole. */
export function closedDays(complaint: Complaint, moment: Moment): number {
  return netDays(complaint, moment)
}
