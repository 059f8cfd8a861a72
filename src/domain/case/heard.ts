import type { Clock } from '../time/clocks.ts'
import { addDays, type Instant, type IsoDate } from '../time/time.ts'
import type { Complaint } from './complaint.ts'

/** Calendar days after which silence counts although nobody could be told (docs/rules.md, Commands). */
export const UNHEARD_DAYS = 90

/**
 * Silence is an answer of who was told: the page was opened since, or a letter went out and did not
 * come back. Else it is none before that long.
 */
export function isAnswer({ since }: Clock, heard: boolean, today: IsoDate): boolean {
  return heard || today > addDays(since, UNHEARD_DAYS)
}

type Standing = Pick<Complaint, 'state' | 'lapsed' | 'unheard'>

/**
 * An end that may be objected to, from the day when they were told of it. What the reporter withdrew
 * was their own; who was never told that it lapses reopens instead.
 */
export function isObjectable({ state, lapsed, unheard }: Standing): boolean {
  return (
    state === 'referred' || state === 'archived' || (state === 'withdrawn' && lapsed && !unheard)
  )
}

/** When they were told of its end: the page was opened since, or a letter went out, whichever was first. */
export function toldOfEnd(
  complaint: Standing & Pick<Complaint, 'closedAt'>,
  openedAt: Instant | null,
  letterAt: Instant | null,
): Instant | null {
  const { closedAt } = complaint
  if (closedAt === null || !isObjectable(complaint)) return null
  const times = [openedAt, letterAt].filter((at) => at !== null && at >= closedAt)
  return times.length === 0 ? null : Math.min(...(times as Instant[]))
}

/** What the reporter has to answer now, or may object to: when it was said. */
export function askedAt({
  complaint,
  events,
}: {
  complaint: Standing
  events: readonly { type: string; stateAfter: string; at: number }[]
}): number | null {
  const asks = complaint.state === 'awaiting_info' || complaint.state === 'awaiting_confirmation'
  if (!asks && !isObjectable(complaint)) return null
  const before = events.findLastIndex(({ stateAfter }) => stateAfter !== complaint.state)
  return events[before + 1]?.at ?? null
}
