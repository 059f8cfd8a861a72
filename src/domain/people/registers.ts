import { HOUR, type Instant } from '../time/time.ts'

/** UU 27/2022 */
export const REQUEST_KINDS = ['see', 'correct', 'erase'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_CHANNELS = ['counter', 'phone', 'letter', 'email', 'whatsapp'] as const
export type RequestChannel = (typeof REQUEST_CHANNELS)[number]

export const REQUEST_OUTCOMES = ['done', 'refused'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/** No name and no words of the person stand in it. */
export interface DataRequest {
  id: number
  complaintId: number
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

/** Names of the staff; null: the reporter. */
export interface NamedRequest extends DataRequest {
  recorder: string | null
  answerer: string | null
}

export interface Breach {
  id: number
  foundAt: Instant
  noticeDueAt: Instant
  what: string
  concerned: string
  done: string
  noticedAt: Instant | null
}

export interface NamedBreach extends Breach {
  recorder: string | null
  notifier: string | null
}

/** Hours within which the law wants a request answered, and those told whom a breach concerns. */
const ANSWER_HOURS = 72

/** No clock stops at night or on holidays. */
export function answerDue(since: Instant): Instant {
  return since + ANSWER_HOURS * HOUR
}

export type AnswerClock =
  | { kind: 'running'; hours: number }
  | { kind: 'late'; hours: number }
  | { kind: 'answered'; late: boolean }

/** Whole hours; the one begun counts as gone. */
export function answerClock(due: Instant, answered: Instant | null, now: Instant): AnswerClock {
  if (answered !== null) return { kind: 'answered', late: answered > due }
  return now > due
    ? { kind: 'late', hours: Math.ceil((now - due) / HOUR) }
    : { kind: 'running', hours: Math.floor((due - now) / HOUR) }
}
