import {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  type DueDay,
  isProvisional,
  openDay,
  weekOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './calendar.ts'
import { byTheHour, type ToTheMinute } from './hours.ts'
import { closed, isOpen, type Pause, type PauseCause, stands } from './pauses.ts'
import { addDays, dateOf, daysBetween, type Instant, type IsoDate, later } from './time.ts'

/** See docs/glossary.md; lengths and rules: docs/rules.md, Clocks. */
export type ClockKind =
  | 'verify'
  | 'complete'
  | 'follow_up'
  | 'settle'
  | 'decide'
  | 'promise'
  | 'target'
  | 'silence'
  | 'completion'
  | 'objection'
  | 'explain'
export type ClockHolder = 'verifier' | 'agency' | 'city' | 'reporter'
export type ClockUnit = 'working_day' | 'calendar_day' | 'hour'
type ClockStatus = 'running' | 'paused' | 'ended' | 'void'

/** `round` counts the clocks of a kind from 1. */
export interface Clock extends ToTheMinute {
  kind: ClockKind
  round: number
  holder: ClockHolder
  /** Whose it is, and whose lateness: whoever held it on the due day. */
  agencyId: number | null
  unit: ClockUnit
  length: number
  /** The earliest day it can have begun on: start and due day follow from it and the calendar. */
  since: IsoDate
  startDay: IsoDate
  dueDay: IsoDate
  provisional: boolean
  status: ClockStatus
  pauses: Pause[]
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

const PAUSABLE: ReadonlySet<ClockKind> = new Set([
  ...(['verify', 'follow_up', 'settle', 'promise', 'target'] as const),
])

/** They begin on a day of the calendar, whether or not anybody works then. */
const UNROUNDED: ReadonlySet<ClockKind> = new Set(['decide', 'completion', 'promise'])

/** Only an agency has a week of its own. */
export function ownWeek({ holder, agencyId }: Pick<Clock, 'holder' | 'agencyId'>, c: Calendar) {
  return holder === 'agency' ? weekOf(agencyId, c) : c
}

export function startClock(
  spec: ClockSpec,
  since: IsoDate,
  round: number,
  calendar: Calendar,
  sinceAt: Instant | null = null,
): Clock {
  const clock: Clock = {
    ...{ kind: spec.kind, round, holder: spec.holder, agencyId: spec.agencyId ?? null },
    ...{ unit: spec.unit, length: spec.length, since, startDay: since, dueDay: since },
    ...{ provisional: false, status: 'running', pauses: [], endDay: null, late: false, rung: 0 },
    ...{ sinceAt, dueAt: null, endAt: null },
  }
  return reckoned(clock, calendar)
}

/** Start and due day anew from what was kept. */
function reckoned(clock: Clock, calendar: Calendar): Clock {
  if (clock.unit === 'hour') return { ...clock, ...byTheHour(clock, calendar.offset) }
  const week = ownWeek(clock, calendar)
  const startDay = UNROUNDED.has(clock.kind) ? clock.since : workingDayOnOrAfter(clock.since, week)
  let { day, provisional } = dueAfter(clock, startDay, 0, week)
  let stood = 0
  for (const { from, began, wentOn } of stands(clock.pauses, startDay, week)) {
    // one that was late already is given nothing back
    if (from > day) continue
    stood += workingDaysBetween(began, wentOn, week)
    ;({ day, provisional } = dueAfter(clock, startDay, stood, week))
  }
  return { ...clock, startDay, dueDay: day, dueAt: null, provisional }
}

/** `stood`: working days that it stood still. */
function dueAfter(clock: Clock, from: IsoDate, stood: number, week: Calendar): DueDay {
  const { kind, unit, length } = clock
  if (unit === 'working_day') return addWorkingDays(from, length + stood, week)
  const { day } = addCalendarDays(from, length)
  // the day as it was given, whether or not anybody works then
  if (kind === 'promise' && stood > 0) return addWorkingDays(day, stood, week)
  if (kind !== 'decide') return { day, provisional: false }
  // nobody decides on a day off: the working day before it is promised
  return { day: workingDayOnOrBefore(day, week), provisional: isProvisional(day, week) }
}

export function isLive({ status }: Pick<Clock, 'status'>): boolean {
  return status === 'running' || status === 'paused'
}

/** Since which day it stands still, if it does. */
export function standsSince({ pauses }: Pick<Clock, 'pauses'>): Pause | null {
  const last = pauses.at(-1)
  return last && isOpen(last) ? last : null
}

/** One that stands still is as late as it was when it stopped. By the day, also where hours count. */
export function isLateOn(clock: Clock, today: IsoDate): boolean {
  const pause = standsSince(clock)
  if (clock.dueAt !== null && pause?.fromAt) return isLive(clock) && pause.fromAt > clock.dueAt
  return isLive(clock) && (pause?.from ?? today) > clock.dueDay
}

export function isLateAt(clock: Clock, at: Instant, { offset }: Calendar): boolean {
  if (clock.dueAt === null) return isLateOn(clock, dateOf(at, offset))
  return isLive(clock) && (standsSince(clock)?.fromAt ?? at) > clock.dueAt
}

/** It runs, and is late: even over a weekend that holds no working day. */
export function isOverdue(clock: Clock, today: IsoDate): boolean {
  return clock.status === 'running' && today > clock.dueDay
}

/** The day it counts from: an answer on Sunday counts as received on Monday. */
export function countedFrom(clock: Clock, week: Calendar): IsoDate {
  return stands(clock.pauses, clock.startDay, week).at(-1)?.wentOn ?? clock.startDay
}

/** In the clock's unit: 0 = due that day, negative = late by so many. */
export function remaining(clock: Clock, today: IsoDate, calendar: Calendar): number {
  const week = ownWeek(clock, calendar)
  const on = standsSince(clock)?.from ?? today
  const first = countedFrom(clock, week)
  const from = later(on, first)
  return clock.unit === 'working_day'
    ? workingDaysBetween(from, clock.dueDay, week)
    : daysBetween(from, clock.dueDay)
}

/** Working days of its holder's week that it stood still, given back or not. */
export function stoodStill(clock: Clock, calendar: Calendar): number {
  const week = ownWeek(clock, calendar)
  return stands(clock.pauses, clock.startDay, week).reduce(
    (sum, { began, wentOn }) => sum + workingDaysBetween(began, wentOn, week),
    0,
  )
}

/** The day of a question counts as used. */
export function pauseClock(
  clock: Clock,
  at: Instant,
  cause: { cause: PauseCause; agencyId: number | null },
  calendar: Calendar,
): Clock {
  if (clock.status !== 'running' || !PAUSABLE.has(clock.kind)) return clock
  const fromAt = clock.sinceAt === null ? {} : { fromAt: at }
  const pause: Pause = { from: dateOf(at, calendar.offset), to: null, ...cause, ...fromAt }
  return { ...clock, status: 'paused', pauses: [...clock.pauses, pause] }
}

/** Answered on the day of the question, it never stood still. */
export function resumeClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  const pause = standsSince(clock)
  if (clock.status !== 'paused' || !pause) return clock
  const before = clock.pauses.slice(0, -1)
  const stood = stoodFrom(pause, at, calendar)
  return reckoned({ ...clock, status: 'running', pauses: [...before, ...stood] }, calendar)
}

function stoodFrom(pause: Pause, at: Instant, calendar: Calendar): Pause[] {
  const sameDay = dateOf(at, calendar.offset) === pause.from
  if (pause.fromAt !== undefined)
    return [{ ...pause, to: sameDay ? pause.from : openDay(at, calendar), toAt: at }]
  return sameDay ? [] : [{ ...pause, to: openDay(at, calendar) }]
}

export function endClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  return over(clock, 'ended', at, calendar)
}

/** Taken away without an outcome, but not without its lateness; it may be taken back. */
export function voidClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  return over(clock, 'void', at, calendar)
}

function over(clock: Clock, status: 'ended' | 'void', at: Instant, calendar: Calendar): Clock {
  if (!isLive(clock)) return clock
  const endDay = dateOf(at, calendar.offset)
  const late = isLateAt(clock, at, calendar)
  const endAt = clock.sinceAt === null ? null : at
  return { ...clock, status, endDay, endAt, late, pauses: closed(clock.pauses, endDay, at) }
}

/** Runs on from its own start; what it lay aside is a pause, where it can have one. */
export function takeBackClock(
  clock: Clock,
  at: Instant,
  cause: PauseCause,
  calendar: Calendar,
): Clock {
  if (clock.status !== 'void' || clock.endDay === null) return clock
  const running: Clock = { ...clock, status: 'running', endDay: null, endAt: null, late: false }
  if (!PAUSABLE.has(clock.kind)) return reckoned(running, calendar)
  const fromAt = clock.endAt === null ? {} : { fromAt: clock.endAt }
  const pause: Pause = { from: clock.endDay, to: null, cause, agencyId: null, ...fromAt }
  const pauses = [...clock.pauses, ...stoodFrom(pause, at, calendar)]
  return reckoned({ ...running, pauses }, calendar)
}

/** Its last pause gives back no more than leads to that day. */
export function shortened(clock: Clock, told: IsoDate, calendar: Calendar): Clock {
  const last = clock.pauses.at(-1)
  if (!isLive(clock) || !last?.to) return clock
  const before = clock.pauses.slice(0, -1)
  const { dueDay } = recomputeClock(clock, calendar, { pauses: before })
  const limit = told < dueDay ? dueDay : told
  let held = clock
  for (let to = last.to; held.dueDay > limit && to > last.from; to = addDays(to, -1))
    held = recomputeClock(clock, calendar, { pauses: [...before, { ...last, to }] })
  return held.dueDay > limit ? recomputeClock(clock, calendar, { pauses: before }) : held
}

type Basis = Partial<Pick<Clock, 'length' | 'unit' | 'agencyId' | 'since' | 'pauses'>>

/** Keeps when it stood still. Ended clocks keep their outcome. */
export function recomputeClock(clock: Clock, calendar: Calendar, basis: Basis = {}): Clock {
  return isLive(clock) ? reckoned({ ...clock, ...basis }, calendar) : clock
}

export function usedDays(clock: Clock, today: IsoDate, calendar: Calendar): number {
  return clock.length - remaining(clock, today, calendar)
}
