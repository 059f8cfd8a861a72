import type { Command, CommandName } from '../acts/acts.ts'
import type { PublicLimit } from '../city/public-limits.ts'
import type { Actor } from '../people/actor.ts'
import type { Calendar } from '../time/calendar.ts'
import type { ClockRule } from '../time/clock-rules.ts'
import type { Instant } from '../time/time.ts'
import type { Complaint } from './complaint.ts'
import type { Notice } from './letters.ts'
import type { CityRules } from './parties.ts'
import type { ReleaseDecision } from './release.ts'

export interface RuleContext {
  now: Instant
  actor: Actor
  calendar: Calendar
  clockRules: readonly ClockRule[]
  limits: readonly PublicLimit[]
  city: CityRules
}

/** Scalars that the chain keeps in the clear: never words of a person, never a name. */
export type Facts = Record<string, string | number | boolean | null>

export type MessageKind =
  | 'question'
  | 'promise'
  | 'answer'
  | 'reply'
  | 'note'
  | 'reason'
  | 'closure'
  | 'referral'
  | 'decision'

type Audience = 'public' | 'reporter' | 'staff'

export interface MessageDraft {
  kind: MessageKind
  audience: Audience
  text: string
  /** Second text: why it is done, or why a date that was given is moved. */
  reason?: string
  /** 'draft': waits for another's yes; 'screening': waits for the verifier's screened copy. */
  state: 'sent' | 'draft' | 'screening'
}

export interface Earlier {
  does: 'approves' | 'screens' | 'undoes'
  message: number
  /** The draft that an undone event had let out: it waits again. */
  approved: number | null
}

export interface Decision {
  command: CommandName
  at: Instant
  actor: Actor
  before: Complaint | null
  /** Version and lastHash still those before: the ledger advances them. */
  after: Complaint
  facts: Facts
  message?: MessageDraft
  earlier?: Earlier
  notices: Notice[]
  /** The root of a joined report has an event of it, too. */
  heard: boolean
  undoable: boolean
}

export type RefusalCode =
  | 'wrong_state'
  | 'not_allowed'
  | 'coordinator_only'
  | 'incomplete'
  | 'text_too_short'
  | 'text_too_long'
  | 'agency_missing'
  | 'same_agency'
  | 'inspectorate_only'
  | 'inspectorate_alone'
  | 'inspectorate_decides'
  | 'delegate_only'
  | 'delegate_missing'
  | 'agency_unstaffed'
  | 'routed_for_good'
  | 'draft_waits'
  | 'own_draft'
  | 'release_missing'
  | 'never_public'
  | 'evidence_missing'
  | 'not_due'
  | 'too_late'
  | 'not_a_root'
  | 'still_moving'
  | 'other_agency'
  | 'score_out_of_range'
  | 'incident_in_future'
  | 'day_out_of_range'
  | 'already_said'
  | 'files_full'
  | 'words_full'
  | 'files_heavy'
  | 'nothing_to_undo'
  | 'key_not_renewed'
  | 'explanation_owed'

type KeyOf<C> = C extends unknown ? Exclude<keyof C, 'name'> : never

export type Property = KeyOf<Command> | `release.${keyof ReleaseDecision}`

export interface Refusal {
  refused: RefusalCode
  field?: Property
}

export function refuse(refused: RefusalCode, field?: Property): Refusal {
  return field === undefined ? { refused } : { refused, field }
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result
}
