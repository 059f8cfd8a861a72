/** One written complaint of the demo data, with everything that happens to it afterwards. */
export interface Story {
  /** the reporter's own words */
  text: string
  /** the reporter's own title, at most 120 characters */
  title: string
  /** the verifier's title for release, when the reporter's own will not do */
  cleanTitle?: string
  /** slug of seed/data/categories.csv */
  category: string
  /** code of seed/data/areas-dumai.json, or '' when the reporter gave none */
  subdistrict: string
  landmark?: string
  class: 'complaint' | 'aspiration' | 'information'
  /** month of the year (1-12) in which it was sent, when the words only fit that season */
  month?: number
  /** extortion, abuse of office, staff discipline */
  supervisory?: true
  sensitive?: 'child' | 'health' | 'violence'
  anonymous?: true
  confidential?: true
  channel?: 'web' | 'widget' | 'counter' | 'phone' | 'letter' | 'whatsapp' | 'email' | 'lapor'
  reporter?: { name: string; phone?: string; email?: string }
  /** slug of the agency that handles it (seed/data/agencies-dumai.csv) */
  agency: string
  /** the agency it went to first, which returned it */
  misroutedTo?: string
  /** what an officer or verifier asked; without an answer it was never answered */
  question?: { text: string; answer?: string }
  /** the agency's public answers before closing, in order */
  replies: string[]
  closing?: StoryClosing
  /** why the reporter did not accept the closing; for `reopened`, why it was opened again */
  dispute?: string
  /** the closing after the dispute */
  finalClosing?: StoryClosing
  /** internal notes of officers */
  notes?: string[]
  outcome: StoryOutcome
  /** where and how to report instead */
  referral?: string
  archiveReason?: string
  withdrawReason?: string
  rating?: 1 | 2 | 3 | 4 | 5
  /** relative to the legal clock */
  pace: 'quick' | 'normal' | 'slow' | 'overdue'
  /** number of photos by the reporter, 0-3 */
  photos?: number
  pdf?: true
  /** reports of one incident share a key: the first in order is the root */
  cluster?: string
}

export interface StoryClosing {
  answer: string
  reason: string
}

export type StoryOutcome =
  | 'received'
  | 'awaiting_info'
  | 'routed'
  | 'in_progress'
  | 'awaiting_confirmation'
  | 'closed'
  | 'closed_by_silence'
  | 'referred'
  | 'archived'
  | 'withdrawn'
  | 'lapsed'
  | 'merged'
  | 'disputed'
  | 'reopened'
