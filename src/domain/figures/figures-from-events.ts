import { OPEN_STATES } from '../case/complaint.ts'
import type { Metric } from './figures.ts'

export interface CountedEvent {
  complaintId: number
  seq: number
  type: string
  stateAfter: string
  agencyId: number | null
  score: number | null
  /** Filed as confidential, or routed as supervisory or sensitive. */
  secret: boolean
  /** Number of the event that this one undoes. */
  undone: number | null
}

/** Metrics that the events alone fix; lateness and days need the clocks, too. */
export const EVENT_METRICS = [
  'received',
  'joined',
  'open',
  'closed',
  'disputed',
  'referred',
  'archived',
  'withdrawn',
  'ratings',
  'rating_sum',
] as const satisfies readonly Metric[]

export type EventMetrics = Record<(typeof EVENT_METRICS)[number], number>

function nothing(): EventMetrics {
  return {
    received: 0,
    joined: 0,
    open: 0,
    closed: 0,
    disputed: 0,
    referred: 0,
    archived: 0,
    withdrawn: 0,
    ratings: 0,
    rating_sum: 0,
  }
}

/** Of an agency's rows: what is kept from the public is not in them. */
export function figuresFromEvents(
  histories: readonly (readonly CountedEvent[])[],
  agencyId: number,
): EventMetrics {
  const sum = nothing()
  for (const history of histories) {
    const last = history.at(-1)
    if (last?.agencyId === agencyId && !isSecret(history) && !isOld(history))
      count(sum, history, last)
  }
  return sum
}

function count(sum: EventMetrics, history: readonly CountedEvent[], last: CountedEvent) {
  const state = last.stateAfter
  if (state === 'merged') {
    sum.joined += 1
    return
  }
  sum.received += 1
  if ((OPEN_STATES as readonly string[]).includes(state)) sum.open += 1
  if (state === 'closed') sum.closed += 1
  if (state === 'referred' || state === 'archived' || state === 'withdrawn') sum[state] += 1
  if (history.some((event) => event.type === 'dispute')) sum.disputed += 1
  const score = standingScore(history)
  if (typeof score !== 'number') return
  sum.ratings += 1
  sum.rating_sum += score
}

/** Over when it was brought here, or taken back since: no work of the city's. */
function isOld(history: readonly CountedEvent[]): boolean {
  const [first] = history
  const isOpen = (OPEN_STATES as readonly string[]).includes(first?.stateAfter ?? '')
  return (first?.type === 'import' && !isOpen) || history.at(-1)?.type === 'unimport'
}

/** Once secret, it stays so, unless the routing that made it so was undone. */
function isSecret(history: readonly CountedEvent[]): boolean {
  const undone = new Set(history.map((event) => event.undone))
  return history.some((event) => event.secret && !undone.has(event.seq))
}

function standingScore(history: readonly CountedEvent[]): number | null {
  return history.reduce<number | null>((score, { type, score: given }) => {
    if (type === 'rate') return given
    return type === 'reopen' || type === 'dispute' ? null : score
  }, null)
}
