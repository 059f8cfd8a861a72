import type { Clock } from './clocks.ts'
import { dateOf, HOUR, type Instant } from './time.ts'

/** Of a public limit: in hours it runs around the clock, and minutes count. Null of all others. */
export interface ToTheMinute {
  sinceAt: Instant | null
  /** Only while it is counted in hours. */
  dueAt: Instant | null
  endAt: Instant | null
}

/** Hours that it stood still, given back or not. */
export function stoodHours({ pauses }: Clock): number {
  const stood = pauses.reduce(
    (sum, { fromAt, toAt = 0 }) => sum + Math.max(0, toAt - (fromAt ?? toAt)),
    0,
  )
  return Math.round(stood / HOUR)
}

/** Start and due moment anew; one that was late already is given nothing back. */
export function byTheHour({ sinceAt, length, pauses }: Clock, offset: number) {
  const begun = sinceAt ?? 0
  let dueAt = begun + length * HOUR
  for (const { fromAt = 0, toAt = 0 } of pauses)
    if (toAt > fromAt && fromAt <= dueAt) dueAt += toAt - fromAt
  return {
    startDay: dateOf(begun, offset),
    dueDay: dateOf(dueAt, offset),
    dueAt,
    provisional: false,
  }
}
