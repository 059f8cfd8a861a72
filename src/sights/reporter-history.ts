import type { Dossier, EventRow, MessageRow } from '../db/dossier.ts'
import type { CommandName } from '../domain/acts/acts.ts'
import { outcomeOf } from '../domain/case/event-outcome.ts'
import { type AnyFacts, approvedBy, factsOf, isDraft, undoneIn } from '../domain/case/happened.ts'
import { isRecorded } from '../domain/case/on-behalf.ts'
import { isDeskStep } from '../domain/case/publication.ts'
import { isShown } from '../domain/case/shown.ts'
import type { City } from '../domain/city/city.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import type { Happening, Tone } from './happening.ts'
import type { MemberSight } from './member.ts'
import { agencyName } from './names.ts'
import { wordsOf } from './said.ts'

export interface ReporterHappening extends Happening {
  /** Number of the root that it was joined to, where that one is public. */
  reference: string | null
  date: IsoDate | null
  /** It answered the open question. */
  answers: boolean
  /** The case goes on although its reporter withdrew. */
  goesOn: boolean
  words: string | null
  /** Those words wait for a verifier to read them first. */
  screening: boolean
  /** They stand in the box that asks for an answer. */
  asksNow: boolean
  /** Day from which the clocks count, where it came in on another. */
  countedFrom: IsoDate | null
}

interface Known {
  messages: readonly MessageRow[]
  /** Numbers of steps that wait to be known: for their seconds of undo, or with a closing. */
  held: ReadonlySet<number>
  root: MemberSight | null
  /** The question or closing that waits for an answer. */
  asking: number | null
}

export function reporterHistory(
  { complaint, events, shown }: Dossier,
  { messages, held, root, asking }: Known,
  city: City,
  now: Instant,
): ReporterHappening[] {
  const undone = undoneIn(events)
  const received = dateOf(complaint.receivedAt, city.settings.offset)
  return events
    .filter((e) => isShown(shown, e) && !held.has(e.seq) && !undone.has(e.seq) && e.at <= now)
    .filter((e) => !isDeskStep(e.type) && !isDraft(e))
    .map((e) => ({
      ...stepOf(e, city),
      recorded: isRecorded(complaint, e),
      reference: root?.reference ?? null,
      ...saidWith(e, messages, asking),
      countedFrom: e.type === 'file' && received !== complaint.dayZero ? complaint.dayZero : null,
    }))
    .reverse()
}

/** What is approved was written in a step before. */
function saidWith(e: EventRow, messages: readonly MessageRow[], asking: number | null) {
  const message = messages.find((m) => m.seq === (approvedBy(e) ?? e.seq))
  return {
    words: (message && wordsOf(message)) || null,
    screening: message?.state === 'screening',
    asksNow: message !== undefined && message.seq === asking,
  }
}

function stepOf(e: EventRow, city: City) {
  const facts: AnyFacts = factsOf(e).facts
  return {
    at: e.at,
    what: e.type as CommandName,
    agency: agencyName(city, facts.agency ?? e.agencyId),
    tone: toneOf(e),
    value: facts.score ?? facts.rung ?? null,
    date: facts.to || null,
    ...outcomeOf(e, facts),
  }
}

function toneOf(e: EventRow): Tone | null {
  if (e.stateAfter === 'awaiting_info') return 'wait'
  if (e.type === 'escalate') return 'late'
  return e.stateAfter === 'closed' ? 'done' : null
}
