import type { Context, Facts, MessageDraft, Notice, Refusal } from '../command.ts'
import { refuse } from '../command.ts'
import type { Complaint } from '../complaint.ts'

/** What a single rule yields; decide() completes it to a Decision. */
export interface Outcome {
  after: Complaint
  facts?: Facts
  message?: MessageDraft
  notices?: Notice[]
}

export type Rule<C> = (c: Complaint, command: C, ctx: Context) => Outcome | Refusal

/** Limits of every text a person gives, in characters (domain.md, What a report holds). */
export const TEXT_MIN = 20
export const TEXT_MAX = 5_000
export const TITLE_MAX = 120
/** Shortest reason, question or answer that says anything. */
const REASON_MIN = 10

/** A refusal for a text outside its bounds, or null. */
export const textRefusal = (text: string, field: string, min = REASON_MIN): Refusal | null => {
  const length = [...text.trim()].length
  if (length < min) return refuse('text_too_short', field)
  if (length > TEXT_MAX) return refuse('text_too_long', field)
  return null
}

/**
 * Later words of an anonymous reporter pass the verifier first. A supervisory case lies with
 * Inspektorat, whom the report is not about, and beyond the verifier's reach.
 */
export const needsScreen = (c: Complaint): boolean => c.anonymous && !c.supervisory

export const tellReporter = (template: string): Notice => ({
  to: 'reporter',
  agencyId: null,
  template,
})

export const tellAgency = (c: Complaint, template: string): Notice[] =>
  c.leadAgencyId === null ? [] : [{ to: 'agency', agencyId: c.leadAgencyId, template }]

export const tellVerifier = (template: string): Notice => ({
  to: 'verifier',
  agencyId: null,
  template,
})
