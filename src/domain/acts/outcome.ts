import type { Facts, MessageDraft, Notice, Refusal, RuleContext } from '../case/command.ts'
import { refuse } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'

/** What a single rule yields; decide() completes it to a Decision. */
export interface Outcome {
  after: Complaint
  facts?: Facts
  message?: MessageDraft
  notices?: Notice[]
}

export type Rule<C> = (complaint: Complaint, command: C, ctx: RuleContext) => Outcome | Refusal

/** Limits of every text a person gives, in characters (docs/rules.md, What a report holds). */
export const TEXT_MIN = 20
export const TEXT_MAX = 5_000
export const TITLE_MAX = 120
/** Shortest reason, question or answer that says anything. */
const REASON_MIN = 10

/** A refusal for a text outside its bounds, or null. */
export function textRefusal(text: string, field: string, min = REASON_MIN): Refusal | null {
  const length = [...text.trim()].length
  if (length < min) return refuse('text_too_short', field)
  if (length > TEXT_MAX) return refuse('text_too_long', field)
  return null
}

/**
 * Later words of an anonymous reporter pass the verifier first. A supervisory case lies with
 * Inspektorat, whom the report is not about, and beyond the verifier's reach.
 */
export function needsScreen(complaint: Complaint): boolean {
  return complaint.anonymous && !complaint.supervisory
}

export function tellReporter(template: string): Notice {
  return {
    to: 'reporter',
    agencyId: null,
    template,
  }
}

export function tellAgency(complaint: Complaint, template: string): Notice[] {
  return complaint.leadAgencyId === null
    ? []
    : [{ to: 'agency', agencyId: complaint.leadAgencyId, template }]
}

export function tellVerifier(template: string): Notice {
  return {
    to: 'verifier',
    agencyId: null,
    template,
  }
}
