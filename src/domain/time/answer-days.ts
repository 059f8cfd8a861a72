import type { Complaint } from '../case/complaint.ts'
import { type Calendar, workingDaysBetween } from './calendar.ts'
import { countedFrom, ownWeek, stoodStill } from './clocks.ts'
import { dateOf, type Instant, later } from './time.ts'

interface Moment {
  now: Instant
  calendar: Calendar
}

/** Less those its settle clocks stood still, never below 0; in the week of whoever settles it. */
function netDays(complaint: Complaint, { now, calendar }: Moment): number {
  const settles = complaint.clocks.filter((clock) => clock.kind === 'settle')
  const last = settles.at(-1)
  const week = last ? ownWeek(last, calendar) : calendar
  const stood = settles.reduce((sum, clock) => sum + stoodStill(clock, calendar), 0)
  const today = dateOf(now, calendar.offset)
  const from = last ? countedFrom(last, week) : today
  const until = later(today, from)
  return Math.max(0, workingDaysBetween(complaint.dayZero, until, week) - stood)
}

export function answeredDays(complaint: Complaint, moment: Moment): number {
  return complaint.firstAnswerDays ?? netDays(complaint, moment)
}

/** A late answer after a dispute counts whole. */
export function closedDays(complaint: Complaint, moment: Moment): number {
  return netDays(complaint, moment)
}
