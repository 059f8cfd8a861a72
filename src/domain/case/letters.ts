export type ReporterLetter =
  | 'received'
  | 'routed'
  | 'in_progress'
  | 'question'
  | 'reply'
  | 'closure'
  | 'closed_by_silence'
  | 'lapsed'
  | 'referred'
  | 'archived'
  | 'unarchived'
  | 'returned'
  | 'reopened'
  | 'merged'
  | 'split'
  | 'escalated'
  | 'key_renewed'
  | 'decided'
  | 'reclassed'
  | 'promised'
  | 'promise_missed'
  | 'overruled'

/** To everybody who joined, of a turn that the root takes. */
export type MemberLetter =
  | 'root_asked'
  | 'root_disputed'
  | 'root_reopened'
  | 'root_returned'
  | 'root_closed'

export type StaffLetter =
  | 'routed'
  | 'supporting'
  | 'answered'
  | 'file_added'
  | 'words_added'
  | 'confirmed'
  | 'disputed'
  | 'reopened'
  | 'withdrawn'
  | 'withdrawal_noted'
  | 'returned'
  | 'objected'
  | 'approval'
  | 'sent_back'
  | 'countersign'
  | 'countersigned'
  | 'reclassed'
  | 'overdue'
  | 'overdue_follow_up'
  | 'overdue_promise'
  | 'reminded'
  | 'explanation'
  | 'explained'
  | 'explanation_late'
  | 'assigned'
  | 'unassigned'

export type JobLetter =
  | 'completion_reminder'
  | 'silence_reminder'
  | 'due_tomorrow'
  | 'promise_due'
  | 'reveal_notice'
  | 'held_letters'
  | 'undecided'
  | 'unverified_digest'
  | 'calendar_missing'
  | 'day_digest'
  | 'figures_differ'
  | 'history_differs'
  | 'rights_changed'
  | 'setting_guarded'
  | 'email_changed'
  | 'month_report'
  | 'agency_reminded'
  | 'agency_asked'
  | 'agency_explained'
  | 'agency_answer_late'
  | 'account_changed'

export type LetterName = ReporterLetter | MemberLetter | StaffLetter | JobLetter

export type Recipient =
  | 'reporter'
  | 'members'
  | 'agency'
  | 'officer'
  | 'head'
  | 'verifier'
  | 'admin'
  | 'leader'
  | 'inspectorate'

/** Never an address or words. */
export type Notice =
  | { to: 'reporter'; agencyId: null; template: ReporterLetter }
  | { to: 'members'; agencyId: null; template: MemberLetter }
  | {
      to: Exclude<Recipient, 'reporter' | 'members'>
      agencyId: number | null
      template: StaffLetter
    }

export type Letters = { readonly [R in Recipient]?: readonly (Notice & { to: R })['template'][] }
