import { type Complaint, liveClock, type Priority } from '../case/complaint.ts'
import { type Calendar, weekOf, workingDaysBefore } from './calendar.ts'
import {
  type Clock,
  type ClockKind,
  isLateOn,
  isOverdue,
  remaining,
  standsSince,
} from './clocks.ts'
import type { PauseCause } from './pauses.ts'
import type { IsoDate } from './time.ts'

export type Due<C = Clock> =
  | { kind: 'due'; clock: C; day: IsoDate; provisional: boolean }
  | Paused<C>
  | { kind: 'none' }

interface Paused<C> {
  kind: 'paused'
  /** That stands still. */
  clock: C
  since: IsoDate
  cause: PauseCause
  /** Until when the city decides all the same; null: that is over. */
  day: IsoDate | null
  provisional: boolean
}

export type DueDate = Due<Pick<Clock, 'unit' | 'holder'>>

function dueOf(clock: Clock): Due {
  return {
    kind: 'due',
    clock,
    day: clock.dueDay,
    provisional: clock.provisional,
  }
}

function pausedOf(clock: Clock, decide: Clock | undefined): Due {
  const pause = standsSince(clock)
  return {
    kind: 'paused',
    clock,
    since: pause?.from ?? clock.startDay,
    cause: pause?.cause ?? 'agency',
    day: decide?.dueDay ?? null,
    provisional: decide?.provisional ?? false,
  }
}

/** Where both end on one day the first of these is promised. */
export const PROMISES = ['settle', 'decide'] as const satisfies readonly ClockKind[]

/** While settle stands still the sixty days run on, and are the date. */
export function promised(complaint: Complaint): Due {
  const [settle, decide] = PROMISES.map((kind) => liveClock(complaint, kind))
  if (settle?.status === 'paused') return pausedOf(settle, decide)
  if (settle && decide) return dueOf(decide.dueDay < settle.dueDay ? decide : settle)
  const one = settle ?? decide
  return one ? dueOf(one) : { kind: 'none' }
}

/** After it an open promise is late: one that stands still only where it was late when it stopped. */
export function openDate(complaint: Complaint): { day: IsoDate; agencyId: number | null } | null {
  const open = PROMISES.flatMap((kind) => {
    const clock = liveClock(complaint, kind)
    const pause = clock && standsSince(clock)
    if (!clock || (pause && !isLateOn(clock, pause.from))) return []
    return [{ day: clock.dueDay, agencyId: clock.agencyId }]
  })
  return open.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0] ?? null
}

export function dueNow(complaint: Complaint): Due {
  if (complaint.state === 'received') {
    const sorting = liveClock(complaint, 'objection') ?? liveClock(complaint, 'verify')
    const promise = promised(complaint)
    if (!sorting) return promise
    // it came back: the promise to the reporter may end before it is routed anew
    return promise.kind === 'due' && promise.day < sorting.dueDay ? promise : dueOf(sorting)
  }
  if (complaint.state === 'awaiting_confirmation') {
    const silence = liveClock(complaint, 'silence')
    return silence ? dueOf(silence) : { kind: 'none' }
  }
  if (complaint.state === 'awaiting_info' && complaint.cameFrom === 'received') {
    const verify = liveClock(complaint, 'verify')
    return verify ? pausedOf(verify, liveClock(complaint, 'decide')) : { kind: 'none' }
  }
  return promised(complaint)
}

/** The clock that ranks it and that the ladder climbs by; it is the only one that a list asks for. */
export function heldClock(complaint: Complaint): Clock | undefined {
  const due = dueNow(complaint)
  if (due.kind === 'due') return due.clock
  return due.kind === 'paused' ? liveClock(complaint, 'decide') : undefined
}

export function isLate(complaint: Complaint, today: IsoDate): boolean {
  const clock = heldClock(complaint)
  return clock !== undefined && isOverdue(clock, today)
}

/** Negative when late, null where no clock runs; of one that stands still those it has left. */
export function daysLeft(complaint: Complaint, today: IsoDate, calendar: Calendar): number | null {
  const due = dueNow(complaint)
  return due.kind === 'none' ? null : remaining(due.clock, today, calendar)
}

const HARM: Record<Priority, number> = { normal: 0, important: 2, urgent: 5 }

/** Working days by which harm and the size of the cluster move a case forward in every queue. */
export function advance(complaint: Pick<Complaint, 'priority' | 'clusterSize'>): number {
  return (
    HARM[complaint.priority] +
    Math.min(5, Math.floor(Math.log2(Math.max(1, complaint.clusterSize))))
  )
}

export function rankDay(complaint: Complaint, calendar: Calendar): IsoDate | null {
  const clock = heldClock(complaint)
  if (!clock) return null
  const week = weekOf(complaint.leadAgencyId, calendar)
  return workingDaysBefore(clock.dueDay, advance(complaint), week)
}
