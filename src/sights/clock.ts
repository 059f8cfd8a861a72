import type { Complaint } from '../domain/case/complaint.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import { type DueDate, daysLeft, dueNow } from '../domain/time/due.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { type ClockStage, clockStages } from './clock-stages.ts'

export interface ClockSight {
  due: DueDate
  /** Whole days in the clock's unit; null where none runs. */
  left: number | null
  today: IsoDate
  stages: ClockStage[]
}

export function clockSight(complaint: Complaint, city: City, now: Instant): ClockSight {
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city)
  return {
    due: dueDate(complaint),
    left: daysLeft(complaint, today, calendar),
    today,
    stages: clockStages(complaint, today, calendar),
  }
}

/** For whoever may not know how it stands. */
export function noClock(city: City, now: Instant): ClockSight {
  return {
    due: { kind: 'none' },
    left: null,
    today: dateOf(now, city.settings.offset),
    stages: [],
  }
}

function dueDate(complaint: Complaint): DueDate {
  const due = dueNow(complaint)
  if (due.kind === 'none') return due
  const { unit, holder } = due.clock
  return { ...due, clock: { unit, holder } }
}
