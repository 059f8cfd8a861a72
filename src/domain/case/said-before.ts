import { ACTS, type CommandName, type Given } from '../acts/acts.ts'
import { type Actor, actorId } from '../people/actor.ts'
import type { Facts } from './command.ts'
import type { Complaint } from './complaint.ts'
import { factsOf, type StoredFacts, undoneIn } from './happened.ts'
import type { ReleaseDecision } from './release.ts'

/** What a step leaves on record, as far as whoever sends it decides that. */
export interface Trace {
  name: CommandName
  text?: string
  reason?: string
  facts?: Facts
  release?: ReleaseDecision
  /** The copy that a verifier made of the message that `facts` name. */
  screened?: string
  /** The text that outsiders read in place of the message that `facts` name. */
  masked?: string
}

interface Event extends StoredFacts {
  seq: number
  actor: string
}

interface Message {
  seq: number
  text: string | null
  reason: string | null
  screened: string | null
  masked: string | null
}

interface Read<E> {
  complaint: Pick<Complaint, 'release'>
  events: readonly E[]
  messages: readonly Message[]
}

export function traceOf(command: Given | { name: 'split'; text: string }): Trace {
  const { leaves } = ACTS[command.name] as { leaves?: (command: never) => Omit<Trace, 'name'> }
  const { name } = command
  return {
    name,
    ...('text' in command ? { text: command.text } : {}),
    ...('reason' in command ? { reason: command.reason } : {}),
    ...('release' in command ? { release: command.release } : {}),
    ...leaves?.(command as never),
  }
}

/** What this person did next after that version; of files that come with a step only the step. */
export function nextOwn<E extends Event>(
  events: readonly E[],
  version: number,
  actor: Actor,
): E | undefined {
  const own = actorId(actor)
  return events.find((e) => e.seq > version && e.actor === own && e.type !== 'attach')
}

/**
 * The event that this very step made when it was sent before from the same page: the same step sent
 * twice by the same person is one (docs/rules.md, Commands). What was taken back was not said.
 */
export function saidBefore<E extends Event>(
  read: Read<E>,
  version: number,
  actor: Actor,
  trace: Trace,
): E | null {
  const event = nextOwn(read.events, version, actor)
  if (event?.type !== trace.name || undoneIn(read.events).has(event.seq)) return null
  return saysTheSame(read, event, trace) ? event : null
}

function saysTheSame({ complaint, messages }: Read<Event>, event: Event, trace: Trace): boolean {
  const stored: Facts = factsOf(event).facts
  const facts = trace.facts ?? {}
  const message = messages.find((m) => m.seq === event.seq)
  const { text, reason, release, screened, masked } = trace
  return (
    Object.keys(facts).every((key) => stored[key] === facts[key]) &&
    (text === undefined || (message?.text ?? '') === text) &&
    (reason === undefined || (message?.reason ?? message?.text ?? '') === reason) &&
    (!release?.release || complaint.release.point === release.point) &&
    (screened === undefined ||
      messages.some((m) => m.seq === facts.message && m.screened === screened)) &&
    (masked === undefined || messages.some((m) => m.seq === facts.message && m.masked === masked))
  )
}
