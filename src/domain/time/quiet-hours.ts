import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, dateOf, type Instant, type IsoDate, instantAt, minuteOfDay } from './time.ts'

const REPORTER_HOURS = [7 * 60, 20 * 60] as const

/** Staff in office hours of working days, reporters every day: nobody is told at night. */
export function nextOpening(at: Instant, told: 'reporter' | 'staff', calendar: Calendar): Instant {
  const [opens, closes] = told === 'reporter' ? REPORTER_HOURS : calendar.office
  const works = (day: IsoDate) => told === 'reporter' || isWorkingDay(day, calendar)
  const today = dateOf(at, calendar.offset)
  const minute = minuteOfDay(at, calendar.offset)
  if (works(today) && minute >= opens && minute < closes) return at
  let day = minute < opens ? today : addDays(today, 1)
  while (!works(day)) day = addDays(day, 1)
  return instantAt(day, opens, calendar.offset)
}
