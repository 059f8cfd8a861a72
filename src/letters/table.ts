import type { LinkPurpose } from '../auth/one-time-link.ts'
import { HANDLED_STATES, type State } from '../domain/case/complaint.ts'
import type { LetterName } from '../domain/case/letters.ts'
import type { ClockKind } from '../domain/time/clocks.ts'
import { accountChanged } from './account-changed.ts'
import { emailChanged } from './email-changed.ts'
import {
  calendarMissing,
  dayDigest,
  figuresDiffer,
  historyDiffers,
  unverifiedDigest,
  type Writer,
} from './general.ts'
import { heldLetters } from './held-letters.ts'
import { agencyAnswerLate, agencyAsked, agencyExplained, agencyReminded } from './inquiries.ts'
import { monthReport } from './month-report.ts'
import { rightsChanged } from './rights-changed.ts'
import { settingGuarded } from './setting-guarded.ts'

export interface LetterRow {
  /** Clock whose last day it names; without one, the day that is promised. */
  clock?: ClockKind
  /** What its link lets a reporter do; without one it leads to the page that asks for the key. */
  link?: LinkPurpose
  /** Written ahead, it makes sense only in these states. */
  stands?: readonly State[]
  /** A public answer: it goes to everyone who joined, who read these words. */
  members?: LetterName
  /** Told beside the liaisons, where it is the officer's own case. */
  officer?: true
  general?: Writer
  /** Whose role ended lately is told as well: that may be the very thing that it tells. */
  lately?: true
  /** Never held back to be collected with others: nobody can bury it under many. */
  alone?: true
}

const WORKED: readonly State[] = ['received', 'awaiting_info', 'routed', 'in_progress']

const HELD: readonly State[] = [...HANDLED_STATES, 'awaiting_info', 'awaiting_confirmation']

const letters: Record<LetterName, LetterRow> = {
  received: { clock: 'verify' },
  root_asked: {},
  root_disputed: {},
  root_reopened: {},
  root_returned: {},
  root_closed: {},
  routed: {},
  in_progress: {},
  question: { clock: 'completion', link: 'answer' },
  reply: { members: 'reply' },
  // somebody who joined cannot confirm for the root: for them its closing is an answer
  closure: { clock: 'silence', link: 'confirm', members: 'reply' },
  closed_by_silence: {},
  lapsed: {},
  referred: {},
  archived: {},
  unarchived: { clock: 'verify' },
  returned: {},
  reopened: { officer: true },
  merged: {},
  split: {},
  escalated: {},
  key_renewed: {},
  decided: {},
  reclassed: { officer: true },
  promised: { clock: 'promise' },
  promise_missed: { clock: 'promise' },
  overruled: {},
  objected: { clock: 'objection', stands: ['received'] },
  supporting: {},
  answered: { officer: true },
  file_added: { officer: true },
  words_added: { officer: true },
  confirmed: { officer: true },
  disputed: { officer: true },
  withdrawn: { officer: true },
  withdrawal_noted: { officer: true },
  approval: {},
  sent_back: { officer: true, stands: ['in_progress', 'awaiting_info', 'awaiting_confirmation'] },
  countersign: { stands: ['awaiting_info', 'awaiting_confirmation'] },
  countersigned: {},
  overdue: { officer: true, stands: WORKED },
  overdue_promise: { clock: 'promise', officer: true, stands: WORKED },
  overdue_follow_up: { clock: 'follow_up', officer: true, stands: WORKED },
  reminded: { officer: true },
  explanation: { clock: 'explain' },
  explained: {},
  explanation_late: { clock: 'explain' },
  assigned: { stands: HELD },
  unassigned: { stands: HELD },
  completion_reminder: { clock: 'completion', link: 'answer', stands: ['awaiting_info'] },
  silence_reminder: { clock: 'silence', link: 'confirm', stands: ['awaiting_confirmation'] },
  undecided: { officer: true, stands: ['awaiting_info', 'awaiting_confirmation'] },
  promise_due: { clock: 'promise', officer: true, stands: WORKED },
  due_tomorrow: { officer: true, stands: ['routed', 'in_progress'] },
  reveal_notice: {},
  held_letters: { general: heldLetters },
  unverified_digest: { general: unverifiedDigest },
  calendar_missing: { general: calendarMissing },
  day_digest: { general: dayDigest },
  figures_differ: { general: figuresDiffer },
  history_differs: { general: historyDiffers },
  agency_reminded: { general: agencyReminded },
  agency_asked: { general: agencyAsked },
  agency_explained: { general: agencyExplained },
  agency_answer_late: { general: agencyAnswerLate },
  month_report: { general: monthReport },
  email_changed: { general: emailChanged, alone: true },
  account_changed: { general: accountChanged, alone: true },
  setting_guarded: { general: settingGuarded, lately: true },
  rights_changed: { general: rightsChanged, lately: true, alone: true },
}

export function letterRow(name: LetterName): LetterRow {
  // one that an older version wrote and nobody knows any more: compose() says so
  return letters[name] ?? {}
}
