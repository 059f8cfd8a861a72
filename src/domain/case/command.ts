import type { Actor } from '../people/actor.ts'
import type { Calendar } from '../time/calendar.ts'
import type { ClockRule } from '../time/clock-rules.ts'
import type { Instant, IsoDate } from '../time/time.ts'
import type { Channel, Complaint, ComplaintClass, Priority, Sensitivity } from './complaint.ts'
import type { CommandName } from './lifecycle.ts'
import type { CityRules } from './parties.ts'

/** What was decided about letting a report out, with the verifier's own words. */
export interface ReleaseDecision {
  release: boolean
  /** The verifier's clean title; required when released. */
  title: string
  /** The masked copy; required when released. */
  text: string
  /** Asks that the exact point be public; it is only where the category is public works. */
  point: boolean
  /** Photos made public with it. */
  photoIds: string[]
}

export interface FileCommand {
  name: 'file'
  id: number
  reference: string
  class: ComplaintClass
  categoryId: number | null
  districtId: number | null
  subdistrictId: number | null
  proposedAgencyId: number | null
  anonymous: boolean
  confidential: boolean
  channel: Channel
  hasKeyHolder: boolean
  incidentDay: IsoDate
  text: string
  /** Nothing flagged by the word list is public by default. */
  sensitive: Sensitivity | null
}

export interface RouteCommand {
  name: 'route'
  class: ComplaintClass
  supervisory: boolean
  sensitive: Sensitivity | null
  categoryId: number
  leadAgencyId: number
  supportingAgencyIds: number[]
  aboutAgencyId: number | null
  priority: Priority
  release: ReleaseDecision
  /** What the agency is given of an anonymous report; required there, with the clean title. */
  screenedText: string | null
}

export type Command =
  | FileCommand
  | RouteCommand
  | { name: 'ask'; text: string }
  | { name: 'answer'; text: string }
  | { name: 'return'; text: string; proposedAgencyId: number | null }
  | { name: 'refer'; text: string }
  | { name: 'archive' | 'unarchive' | 'dispute' | 'reopen' | 'unrelease'; text: string }
  | { name: 'take_up' | 'confirm' | 'close_by_silence' | 'lapse' | 'recompute' }
  | {
      name: 'assign'
      officerId: string
      /** Who may be given a case of the lead agency now. */
      among: readonly string[]
    }
  | { name: 'note' | 'reply' | 'remind'; text: string }
  | { name: 'set_priority'; priority: Priority }
  | {
      name: 'approve_reply' | 'approve_closure'
      messageSeq: number
      /** Kind of the message under that number while it is a draft, else null. */
      draft: MessageKind | null
    }
  | {
      name: 'propose_closure'
      text: string
      reason: string
      /** Files of the agency attached to this case since it was last reopened. */
      evidenceFiles: number
      /** Day of a site visit that stands as evidence, with who went, in words. */
      visit: string | null
    }
  | {
      name: 'withdraw'
      text: string
      /** The same wish was recorded before and stands. */
      again?: boolean
    }
  | { name: 'merge'; root: Complaint }
  | { name: 'join' | 'part'; member: string }
  | { name: 'split' }
  | {
      name: 'attach'
      attachmentId: string
      mediaType: string
      bytes: number
      digest: string
      /** Sent from a page read before the question that stands now: it answers nothing. */
      early?: boolean
      /** Whoever is to know of a later file had a letter today of what the reporter sent. */
      told?: boolean
    }
  | { name: 'release'; release: ReleaseDecision }
  | { name: 'screen'; messageSeq: number; text: string }
  | { name: 'rate'; score: number }
  | { name: 'escalate'; rung: number }
  | { name: 'reveal'; reason: string }
  /** Which of name, phone and e-mail there are afterwards: never the words themselves. */
  | { name: 'correct'; hasName: boolean; hasPhone: boolean; hasEmail: boolean }
  | {
      name: 'erase'
      /** Needed of the staff, without personal data: it is what stays. */
      reason?: string
    }
  | {
      name: 'undo'
      /** The complaint before the last event. */
      previous: Complaint
      /** What the last event was, its number, time and actor id. */
      undone: CommandName
      undoneSeq: number
      /** Number of the draft that the last event approved (its facts.message), else null. */
      approvedSeq: number | null
      committedAt: Instant
      by: string
    }

type Narrow<C, N> = C extends { name: infer M } ? (N extends M ? C & { name: N } : never) : never

export type CommandOf<N extends CommandName> = Narrow<Command, N>

/** Everything a rule may ask of the world around the complaint. */
export interface RuleContext {
  now: Instant
  actor: Actor
  calendar: Calendar
  clockRules: readonly ClockRule[]
  city: CityRules
}

/** Scalars that the chain keeps in the clear: never words of a person, never a name. */
export type Facts = Record<string, string | number | boolean | null>

export type MessageKind =
  | 'question'
  | 'answer'
  | 'reply'
  | 'note'
  | 'reason'
  | 'closure'
  | 'referral'

/** Who may read a message besides the desk that handles the complaint. */
type Audience = 'public' | 'reporter' | 'staff'

export interface MessageDraft {
  kind: MessageKind
  audience: Audience
  text: string
  /** Second text of a closure: why it is done. */
  reason?: string
  /** 'draft': waits for the head; 'screening': waits for the verifier's screened copy. */
  state: 'sent' | 'draft' | 'screening'
}

export type Recipient =
  | 'reporter'
  | 'agency'
  | 'head'
  | 'verifier'
  | 'admin'
  | 'leader'
  | 'inspectorate'

/** One row for the outbox: whom to tell, by which template; never an address or words. */
export interface Notice {
  to: Recipient
  agencyId: number | null
  template: string
}

export interface Decision {
  command: CommandName
  at: Instant
  actor: Actor
  before: Complaint | null
  /** The complaint after it, version and lastHash still those before: the ledger advances them. */
  after: Complaint
  facts: Facts
  message?: MessageDraft
  notices: Notice[]
  undoable: boolean
}

export type RefusalCode =
  | 'wrong_state'
  | 'not_allowed'
  | 'coordinator_only'
  | 'text_too_short'
  | 'text_too_long'
  | 'agency_missing'
  | 'same_agency'
  | 'inspectorate_only'
  | 'inspectorate_alone'
  | 'release_missing'
  | 'never_public'
  | 'evidence_missing'
  | 'not_due'
  | 'too_late'
  | 'not_a_root'
  | 'other_agency'
  | 'score_out_of_range'
  | 'incident_in_future'
  | 'already_said'
  | 'files_full'
  | 'nothing_to_undo'

/** An expected no; `field` names the input at fault where there is one. */
export interface Refusal {
  refused: RefusalCode
  field?: string
}

export function refuse(refused: RefusalCode, field?: string): Refusal {
  return field === undefined ? { refused } : { refused, field }
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result
}
