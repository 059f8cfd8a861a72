import { type Calendar, isWorkingDay } from './calendar.ts'
import { type Clock, isOverdue, remaining } from './clocks.ts'
import { type Complaint, liveClock, type Priority } from './complaint.ts'
import { addDays, type IsoDate, yearOf } from './time.ts'

/** The date that is promised, ranked and escalated, or the standstill with its days left. */
export type Due =
  | { kind: 'due'; clock: Clock; day: IsoDate; provisional: boolean }
  | { kind: 'paused'; clock: Clock; since: IsoDate; left: number }
  | { kind: 'none' }

const dueOf = (clock: Clock): Due => ({
  kind: 'due',
  clock,
  day: clock.dueDay,
  provisional: clock.provisional,
})

const pausedOf = (clock: Clock): Due => ({
  kind: 'paused',
  clock,
  since: clock.pausedDay ?? clock.startDay,
  left: clock.left ?? 0,
})

/** The earlier of settle and decide; while settle is paused there is no due date. */
export const promised = (c: Complaint): Due => {
  const settle = liveClock(c, 'settle')
  const decide = liveClock(c, 'decide')
  if (settle?.status === 'paused') return pausedOf(settle)
  if (settle && decide) return dueOf(decide.dueDay < settle.dueDay ? decide : settle)
  const one = settle ?? decide
  return one ? dueOf(one) : { kind: 'none' }
}

/** What whoever holds the complaint now is held to: verifier, agency or reporter. */
export const dueNow = (c: Complaint): Due => {
  if (c.state === 'received') {
    const verify = liveClock(c, 'verify')
    const promise = promised(c)
    if (!verify) return promise
    // a returned case: the promise to the reporter may end before the new verification does
    return promise.kind === 'due' && promise.day < verify.dueDay ? promise : dueOf(verify)
  }
  if (c.state === 'awaiting_confirmation') {
    const silence = liveClock(c, 'silence')
    return silence ? dueOf(silence) : { kind: 'none' }
  }
  if (c.state === 'awaiting_info' && c.cameFrom === 'received') {
    const verify = liveClock(c, 'verify')
    return verify ? pausedOf(verify) : { kind: 'none' }
  }
  return promised(c)
}

export const isLate = (c: Complaint, today: IsoDate): boolean => {
  const due = dueNow(c)
  return due.kind === 'due' && isOverdue(due.clock, today)
}

/** Days left for whoever holds it, negative when late, null where no clock runs. */
export const daysLeft = (c: Complaint, today: IsoDate, calendar: Calendar): number | null => {
  const due = dueNow(c)
  return due.kind === 'none' ? null : remaining(due.clock, today, calendar)
}

const HARM: Record<Priority, number> = { normal: 0, important: 2, urgent: 5 }

/** Working days by which harm and the size of the cluster move a case forward in every queue. */
export const advance = (c: Pick<Complaint, 'priority' | 'clusterSize'>): number =>
  HARM[c.priority] + Math.min(5, Math.floor(Math.log2(Math.max(1, c.clusterSize))))

/** Day by which queues are ordered; null while the clock stands still or there is none. */
export const rankDay = (c: Complaint, calendar: Calendar): IsoDate | null => {
  const due = dueNow(c)
  if (due.kind !== 'due') return null
  return workingDaysBefore(due.day, advance(c), calendar)
}

const workingDaysBefore = (day: IsoDate, days: number, calendar: Calendar): IsoDate => {
  let d = day
  for (let left = days; left > 0; ) {
    d = addDays(d, -1)
    if (yearOf(d) < calendar.firstYear || isWorkingDay(d, calendar)) left -= 1
  }
  return d
}
