import { type Complaint, liveClock } from '../domain/case/complaint.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import { isLateOn } from '../domain/time/clocks.ts'
import { type DueDate, daysLeft, dueNow } from '../domain/time/due.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { type ClockStage, clockStages } from './clock-stages.ts'
import { type TargetSight, targetSight } from './target.ts'

export interface ClockSight {
  due: DueDate
  /** Whole days in the clock's unit; null where none runs. */
  left: number | null
  today: IsoDate
  stages: ClockStage[]
  promise: PromiseSight | null
  target: TargetSight | null
}

/** The date that the agency gave, beside the legal one. */
export interface PromiseSight {
  day: IsoDate
  state: 'runs' | 'stands' | 'missed'
}

export function clockSight(complaint: Complaint, city: City, now: Instant): ClockSight {
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city)
  return {
    due: dueDate(complaint),
    left: daysLeft(complaint, today, calendar),
    today,
    stages: clockStages(complaint, today, calendar),
    promise: promiseSight(complaint, today),
    target: targetSight(complaint, city, now),
  }
}

/** For whoever may not know how it stands. */
export function noClock(city: City, now: Instant): ClockSight {
  return {
    due: { kind: 'none' },
    left: null,
    today: dateOf(now, city.settings.offset),
    stages: [],
    promise: null,
    target: null,
  }
}

function dueDate(complaint: Complaint): DueDate {
  const due = dueNow(complaint)
  if (due.kind === 'none') return due
  const { unit, holder } = due.clock
  return { ...due, clock: { unit, holder } }
}

function promiseSight(complaint: Complaint, today: IsoDate): PromiseSight | null {
  const clock = liveClock(complaint, 'promise')
  if (!clock) return null
  const stands = clock.status === 'paused' ? 'stands' : 'runs'
  return { day: clock.dueDay, state: isLateOn(clock, today) ? 'missed' : stands }
}
