import { HOUR, type Instant } from '../time/time.ts'

/** What a person may ask for about their own data (UU 27/2022). */
export const REQUEST_KINDS = ['see', 'correct', 'erase'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** How a request reaches the city when it is not made by number and key. */
export const REQUEST_CHANNELS = ['counter', 'phone', 'letter', 'email', 'whatsapp'] as const
export type RequestChannel = (typeof REQUEST_CHANNELS)[number]

export const REQUEST_OUTCOMES = ['done', 'refused'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/** A request in the register; no name and no words of the person stand in it. */
export interface DataRequest {
  id: number
  complaintId: number
  /** Number of the report. */
  reference: string
  kind: RequestKind
  /** 'own': by number and key, on the reporter's own page. */
  channel: RequestChannel | 'own'
  /** Who checked that it is the person, and how. */
  checked: string | null
  requestedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  outcome: RequestOutcome | null
  answer: string | null
}

/** With the names of who wrote it down and who answered; null: the reporter. */
export interface NamedRequest extends DataRequest {
  recorder: string | null
  answerer: string | null
}

/** A disclosure of personal data. */
export interface Breach {
  id: number
  foundAt: Instant
  noticeDueAt: Instant
  what: string
  /** How many people it concerns, in words. */
  concerned: string
  done: string
  noticedAt: Instant | null
}

/** With the names of who wrote it down and who made it known. */
export interface NamedBreach extends Breach {
  recorder: string | null
  notifier: string | null
}

/** Hours within which the law wants a request answered, and those told whom a breach concerns. */
const ANSWER_HOURS = 72

/** When the answer, or the notice of a breach, is due. No clock stops at night or on holidays. */
export function answerDue(since: Instant): Instant {
  return since + ANSWER_HOURS * HOUR
}

export type AnswerClock =
  | { kind: 'running'; hours: number }
  | { kind: 'late'; hours: number }
  /** Answered; `late`: after it was due. */
  | { kind: 'answered'; late: boolean }

/** Where a clock of 72 hours stands; whole hours, the one begun counts as gone. */
export function answerClock(due: Instant, answered: Instant | null, now: Instant): AnswerClock {
  if (answered !== null) return { kind: 'answered', late: answered > due }
  return now > due
    ? { kind: 'late', hours: Math.ceil((now - due) / HOUR) }
    : { kind: 'running', hours: Math.floor((due - now) / HOUR) }
}
