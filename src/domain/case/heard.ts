import type { Clock } from '../time/clocks.ts'
import { addDays, type IsoDate } from '../time/time.ts'

/** Calendar days after which silence counts although nobody could be told (docs/rules.md, Commands). */
export const UNHEARD_DAYS = 90

/**
 * Silence is an answer of who was told: the page was opened since, or a letter went out and did not
 * come back. Else it is none before that long.
 */
export function isAnswer({ since }: Clock, heard: boolean, today: IsoDate): boolean {
  return heard || today > addDays(since, UNHEARD_DAYS)
}

/** What the reporter has to answer now: when it was said. */
export function askedAt({
  complaint,
  events,
}: {
  complaint: { state: string }
  events: readonly { type: string; stateAfter: string; at: number }[]
}): number | null {
  if (complaint.state !== 'awaiting_info' && complaint.state !== 'awaiting_confirmation')
    return null
  const before = events.findLastIndex(({ stateAfter }) => stateAfter !== complaint.state)
  return events[before + 1]?.at ?? null
}
