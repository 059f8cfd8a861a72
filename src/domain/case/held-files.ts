import type { Instant } from '../time/time.ts'
import type { Complaint } from './complaint.ts'
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
  { state, draft }: Pick<Complaint, 'state' | 'draft'>,
  events: readonly Event[],
  messages: readonly Message[],
  now: Instant,
): number | null {
  const begun = workBegan({ events })
  const closing = messages.find(
    (m) => m.kind === 'closure' && m.seq > begun && (m.seq === draft?.seq || mayBeUndone(m)),
  )
  function mayBeUndone(m: Message): boolean {
    return state === 'awaiting_confirmation' && m.state === 'sent' && m.visibleFrom > now
  }
  return closing ? firstOfRun(events, closing.seq) : null
}

function firstOfRun(events: readonly Event[], closing: number): number {
  const by = events.find((e) => e.seq === closing)?.actor
  const before = events.findLast((e) => e.seq < closing && !(e.type === 'attach' && e.actor === by))
  return (before?.seq ?? 0) + 1
}
