import type { Instant } from '../time/time.ts'
import type { State } from './complaint.ts'
import { workBegan } from './evidence.ts'

interface Event {
  seq: number
  type: string
  actor: string
}

interface Message {
  seq: number
  kind: string
  state: string
  visibleFrom: Instant
}

/** From this event on files prove a closing that the reporter may not know of yet: it waits. */
export function filesHeldFrom(
  state: State,
  events: readonly Event[],
  messages: readonly Message[],
  now: Instant,
): number | null {
  if (state !== 'in_progress' && state !== 'awaiting_confirmation') return null
  const begun = workBegan({ events })
  const closing = messages.find(
    (m) => m.kind === 'closure' && m.seq > begun && waits(m, state, now),
  )
  return closing ? firstOfRun(events, closing.seq) : null
}

function waits(m: Message, state: State, now: Instant): boolean {
  return m.state === 'sent' ? m.visibleFrom > now : m.state === 'draft' && state === 'in_progress'
}

function firstOfRun(events: readonly Event[], closing: number): number {
  const by = events.find((e) => e.seq === closing)?.actor
  const before = events.findLast((e) => e.seq < closing && !(e.type === 'attach' && e.actor === by))
  return (before?.seq ?? 0) + 1
}
