import { type Complaint, liveClock, type Priority } from '../case/complaint.ts'
import { type Calendar, workingDaysBefore } from './calendar.ts'
import { type Clock, type ClockKind, countedDay, isOverdue, remaining } from './clocks.ts'
import type { IsoDate } from './time.ts'

export type Due<C = Clock> =
  | { kind: 'due'; clock: C; day: IsoDate; provisional: boolean }
  | { kind: 'paused'; clock: C; since: IsoDate; left: number }
  | { kind: 'none' }

export type DueDate = Due<Pick<Clock, 'unit'>>

function dueOf(clock: Clock): Due {
  return {
    kind: 'due',
    clock,
    day: clock.dueDay,
    provisional: clock.provisional,
  }
}

function pausedOf(clock: Clock): Due {
  return {
    kind: 'paused',
    clock,
    since: clock.pausedDay ?? clock.startDay,
    left: clock.left ?? 0,
  }
}

/** Where both end on one day the first of these is promised. */
export const PROMISES = ['settle', 'decide'] as const satisfies readonly ClockKind[]

/** While settle is paused there is no due date. */
export function promised(complaint: Complaint): Due {
  const [settle, decide] = PROMISES.map((kind) => liveClock(complaint, kind))
  if (settle?.status === 'paused') return pausedOf(settle)
  if (settle && decide) return dueOf(decide.dueDay < settle.dueDay ? decide : settle)
  const one = settle ?? decide
  return one ? dueOf(one) : { kind: 'none' }
}

/** After it an open promise is late: one that stands still only where it was late when it stopped. */
export function openDate(complaint: Complaint): IsoDate | null {
  const days = PROMISES.flatMap((kind): IsoDate[] => {
    const clock = liveClock(complaint, kind)
    if (!clock) return []
    const stands = clock.pausedDay !== null && countedDay(clock.pausedDay, clock) <= clock.dueDay
    return stands ? [] : [clock.dueDay]
  })
  return days.sort()[0] ?? null
}

export function dueNow(complaint: Complaint): Due {
  if (complaint.state === 'received') {
    const verify = liveClock(complaint, 'verify')
    const promise = promised(complaint)
    if (!verify) return promise
    // a returned case: the promise to the reporter may end before the new verification does
    return promise.kind === 'due' && promise.day < verify.dueDay ? promise : dueOf(verify)
  }
  if (complaint.state === 'awaiting_confirmation') {
    const silence = liveClock(complaint, 'silence')
    return silence ? dueOf(silence) : { kind: 'none' }
  }
  if (complaint.state === 'awaiting_info' && complaint.cameFrom === 'received') {
    const verify = liveClock(complaint, 'verify')
    return verify ? pausedOf(verify) : { kind: 'none' }
  }
  return promised(complaint)
}

export function isLate(complaint: Complaint, today: IsoDate): boolean {
  const due = dueNow(complaint)
  return due.kind === 'due' && isOverdue(due.clock, today)
}

/** Negative when late, null where no clock runs. */
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
  const due = dueNow(complaint)
  if (due.kind !== 'due') return null
  return workingDaysBefore(due.day, advance(complaint), calendar)
}
