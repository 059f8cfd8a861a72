import {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  type DueDay,
  dayZero,
  workingDaysBetween,
} from './calendar.ts'
import { dateOf, daysBetween, type Instant, type IsoDate } from './time.ts'

/** See docs/glossary.md; lengths and rules: docs/rules.md, Clocks. */
export type ClockKind =
  | 'verify'
  | 'complete'
  | 'follow_up'
  | 'settle'
  | 'decide'
  | 'silence'
  | 'completion'
export type ClockHolder = 'verifier' | 'agency' | 'city' | 'reporter'
export type ClockUnit = 'working_day' | 'calendar_day'
type ClockStatus = 'running' | 'paused' | 'ended' | 'void'

/** `round` counts the clocks of a kind from 1. */
export interface Clock {
  kind: ClockKind
  round: number
  holder: ClockHolder
  agencyId: number | null
  unit: ClockUnit
  length: number
  startDay: IsoDate
  dueDay: IsoDate
  provisional: boolean
  status: ClockStatus
  pausedDay: IsoDate | null
  /** A next pause counts from there at the earliest. */
  resumedDay: IsoDate | null
  /** Days left when it was paused (negative: already late), in its unit. */
  left: number | null
  /** Days it stood still in earlier pauses, in its unit. */
  stoodStill: number
  endDay: IsoDate | null
  late: boolean
  rung: number
}

export interface ClockSpec {
  kind: ClockKind
  holder: ClockHolder
  agencyId?: number | null
  unit: ClockUnit
  length: number
}

const PAUSABLE: ReadonlySet<ClockKind> = new Set(['verify', 'follow_up', 'settle'])

/** What the reporter has to do counts by the city's week, also where the agency works every day. */
function weekOf(holder: ClockHolder, calendar: Calendar): Calendar {
  return holder === 'reporter' ? { ...calendar, everyDay: false } : calendar
}

function due(
  from: IsoDate,
  length: number,
  { unit, holder }: Pick<Clock, 'unit' | 'holder'>,
  calendar: Calendar,
): DueDay {
  return unit === 'working_day'
    ? addWorkingDays(from, length, weekOf(holder, calendar))
    : addCalendarDays(from, length)
}

export function startClock(
  spec: ClockSpec,
  startDay: IsoDate,
  round: number,
  calendar: Calendar,
): Clock {
  const { day, provisional } = due(startDay, spec.length, spec, calendar)
  return {
    kind: spec.kind,
    round,
    holder: spec.holder,
    agencyId: spec.agencyId ?? null,
    unit: spec.unit,
    length: spec.length,
    startDay,
    dueDay: day,
    provisional,
    status: 'running',
    pausedDay: null,
    resumedDay: null,
    left: null,
    stoodStill: 0,
    endDay: null,
    late: false,
    rung: 0,
  }
}

/** An answer on Sunday counts as received on Monday, and Monday as stood still. */
export function countedDay(day: IsoDate, clock: Clock): IsoDate {
  const from = clock.resumedDay ?? clock.startDay
  return day < from ? from : day
}

function daysLeft(on: IsoDate, clock: Clock, calendar: Calendar): number {
  const from = countedDay(on, clock)
  return clock.unit === 'working_day'
    ? workingDaysBetween(from, clock.dueDay, weekOf(clock.holder, calendar))
    : daysBetween(from, clock.dueDay)
}

/** In the clock's unit: 0 = due that day, negative = late by so many. */
export function remaining(clock: Clock, today: IsoDate, calendar: Calendar): number {
  return clock.status === 'paused' ? (clock.left ?? 0) : daysLeft(today, clock, calendar)
}

/** Even over a weekend that holds no working day. */
export function isOverdue(clock: Clock, today: IsoDate): boolean {
  return clock.status === 'running' && countedDay(today, clock) > clock.dueDay
}

/** The day of the question counts as used. */
export function pauseClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  if (clock.status !== 'running' || !PAUSABLE.has(clock.kind)) return clock
  const day = dateOf(at, calendar.offset)
  return { ...clock, status: 'paused', pausedDay: day, left: daysLeft(day, clock, calendar) }
}

/** The due day moves by the working days it stood still; one that was late stays as late. */
export function resumeClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  if (clock.status !== 'paused' || clock.pausedDay === null) return clock
  const running = { ...clock, status: 'running' as const, pausedDay: null, left: null }
  if (dateOf(at, calendar.offset) === clock.pausedDay) return running
  const resumedDay = countedDay(dayZero(at, calendar), clock)
  const stood = stoodDays(clock, clock.pausedDay, resumedDay, calendar)
  return recomputeClock(
    { ...running, resumedDay, stoodStill: clock.stoodStill + stood },
    clock.length,
    calendar,
  )
}

function stoodDays(
  clock: Clock,
  pausedDay: IsoDate,
  resumedDay: IsoDate,
  calendar: Calendar,
): number {
  const stood = workingDaysBetween(countedDay(pausedDay, clock), resumedDay, calendar)
  // due on Friday, asked on Saturday: 0 days left and yet late, so Monday may not be its due day
  const justLate = pausedDay > clock.dueDay && clock.left === 0
  return justLate ? stood - 1 : stood
}

export function endClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  if (clock.status !== 'running' && clock.status !== 'paused') return clock
  const endDay = dateOf(at, calendar.offset)
  const late = countedDay(clock.pausedDay ?? endDay, clock) > clock.dueDay
  return { ...clock, status: 'ended', endDay, late, pausedDay: null, left: null }
}

export function voidClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  return clock.status === 'ended' || clock.status === 'void'
    ? clock
    : {
        ...clock,
        status: 'void',
        endDay: dateOf(at, calendar.offset),
        pausedDay: null,
        left: null,
      }
}

/** Keeps the working days it stood still. Ended clocks keep their outcome. */
export function recomputeClock(clock: Clock, length: number, calendar: Calendar): Clock {
  if (clock.status === 'ended' || clock.status === 'void') return clock
  const next = due(clock.startDay, length + clock.stoodStill, clock, calendar)
  const moved = { ...clock, length, dueDay: next.day, provisional: next.provisional }
  if (clock.status !== 'paused' || clock.pausedDay === null) return moved
  return { ...moved, left: daysLeft(clock.pausedDay, moved, calendar) }
}

export function usedDays(clock: Clock, today: IsoDate, calendar: Calendar): number {
  return clock.length - remaining(clock, today, calendar)
}
