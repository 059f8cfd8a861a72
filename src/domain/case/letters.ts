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

export type StaffLetter =
  | 'routed'
  | 'supporting'
  | 'answered'
  | 'file_added'
  | 'confirmed'
  | 'disputed'
  | 'reopened'
  | 'withdrawn'
  | 'withdrawal_noted'
  | 'returned'
  | 'approval'
  | 'overdue'
  | 'reminded'
  | 'assigned'

export type JobLetter =
  | 'completion_reminder'
  | 'silence_reminder'
  | 'due_tomorrow'
  | 'reveal_notice'
  | 'unverified_digest'
  | 'calendar_missing'
  | 'day_digest'
  | 'figures_differ'
  | 'rights_changed'

export type LetterName = ReporterLetter | StaffLetter | JobLetter

export type Recipient =
  | 'reporter'
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
  | { to: Exclude<Recipient, 'reporter'>; agencyId: number | null; template: StaffLetter }

export type Letters = { readonly [R in Recipient]?: readonly (Notice & { to: R })['template'][] }
