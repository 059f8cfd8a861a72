import type { PathName } from '../../src/paths.ts'

/** Who asks. `own` and `other`: of the agency that handles the case, and of another one. */
export const ACTORS = [
  'public',
  /** Holds number and key of this very report. */
  'key',
  /** Holds number and key of another report. */
  'otherKey',
  'admin',
  'verifier',
  'leader',
  'auditor',
  'inspectorate',
  'ownLiaison',
  'ownOfficer',
  'ownHead',
  'otherLiaison',
  /** A verifier who was in the agency complained about until a month ago. */
  'formerMember',
] as const
export type ActorName = (typeof ACTORS)[number]

/** What kind of case the address names: routed and released; rahasia; supervisory, at Inspektorat. */
export const SITUATIONS = ['ordinary', 'confidential', 'supervisory'] as const
export type Situation = (typeof SITUATIONS)[number]

export type Outcome =
  /** The page, or the form again with what to mend. */
  | 'opens'
  /** Sent to sign in (401 for a form). */
  | 'signIn'
  /** Asked for number and key (401 for a form). */
  | 'askKey'
  | 'refused'
  /** As if there were no such thing. */
  | 'unknown'
  | 'gone'

export type Rule = (actor: ActorName, situation: Situation) => Outcome

/** 'todo': no route yet; the test fails as soon as there is one, so that it cannot be forgotten. */
export interface Row {
  get?: Rule | 'todo'
  post?: Rule | 'todo'
  /** What the POST sends; without it an empty form. */
  form?: Record<string, string>
}

const always =
  (outcome: Outcome): Rule =>
  () =>
    outcome

const everyone = always('opens')

/** Only whoever holds this report's number and key. */
const keyHolder: Rule = (actor) => (actor === 'key' ? 'opens' : 'askKey')

/** An address made up below a report: not even its key holder finds anything there. */
const nothingForKeyHolder: Rule = (actor) => (actor === 'key' ? 'unknown' : 'askKey')

/** The number of a report that is not for the public answers like an unknown one. */
const unlessSecret: Rule = (_, situation) => (situation === 'ordinary' ? 'opens' : 'unknown')

const OUTSIDE: ReadonlySet<ActorName> = new Set(['public', 'key', 'otherKey'])

/** An address made up on the desk. */
const nothingForStaff: Rule = (actor) => (OUTSIDE.has(actor) ? 'signIn' : 'unknown')

const anyStaff: Rule = (actor) => (OUTSIDE.has(actor) ? 'signIn' : 'opens')

/** Only these staff, per situation; to all others a case answers like an unknown number. */
const staffWho =
  (allowed: Record<Situation, readonly ActorName[]>, others: Outcome = 'unknown'): Rule =>
  (actor, situation) => {
    if (allowed[situation].includes(actor)) return 'opens'
    return anyStaff(actor, situation) === 'signIn' ? 'signIn' : others
  }

const inEvery = (actors: ActorName[]) => ({
  ordinary: actors,
  confidential: actors,
  supervisory: actors,
})

const adminOnly = staffWho(inEvery(['admin']))

/** Who say yes to a role, or look on when one is given. */
const overseers = staffWho(inEvery(['admin', 'leader', 'inspectorate', 'auditor']))

/** Who oversee the city, or their own agency. */
const watchers = staffWho(inEvery(['admin', 'leader', 'inspectorate', 'auditor', 'ownHead']))

/** Who writes down what somebody says at a counter or on the phone. */
const takers = staffWho(
  inEvery(['admin', 'verifier', 'formerMember', 'ownLiaison', 'ownOfficer', 'otherLiaison']),
)

const HANDLERS: ActorName[] = ['ownLiaison', 'ownOfficer', 'ownHead']
const READERS: ActorName[] = [
  'verifier',
  'formerMember',
  'leader',
  'inspectorate',
  'auditor',
  'admin',
  ...HANDLERS,
]

/** Who may open a case on the desk (docs/rules.md, People and roles); a supervisory one: Inspektorat. */
const readers = staffWho({
  ordinary: READERS,
  confidential: READERS,
  supervisory: ['inspectorate', 'leader', 'auditor'],
})

/**
 * Every address, with what happens to everybody who opens it or posts to it. Of a
 * case's forms it says who gets as far as the form; who may give which command is decided by the
 * table of the lifecycle, tested with it.
 */
export const matrix: Record<PathName, Row> = {
  home: { get: everyone },
  health: { get: everyone },
  report: { get: everyone, post: everyone },
  track: { get: everyone, post: everyone },
  leave: { post: always('askKey') },
  forget: { get: everyone },
  statusLink: { get: everyone },
  status: { get: keyHolder },
  statusReceipt: { get: keyHolder },
  statusAnswer: { post: keyHolder },
  statusWords: { post: keyHolder },
  statusConfirm: { post: keyHolder },
  statusDispute: { post: keyHolder },
  statusWithdraw: { post: keyHolder },
  statusReopen: { post: keyHolder },
  statusObject: { post: keyHolder },
  statusRate: { post: keyHolder },
  statusSplit: { post: keyHolder },
  statusFiles: { post: keyHolder },
  statusFile: { get: nothingForKeyHolder },
  statusData: { get: keyHolder, post: keyHolder },
  statusDownload: { get: keyHolder },
  statusErase: { post: keyHolder },
  statusKey: { get: keyHolder, post: keyHolder },
  oneTime: { get: always('gone'), post: always('gone') },
  reports: { get: everyone },
  publicReport: { get: unlessSecret },
  publicFile: { get: always('unknown') },
  agencies: { get: everyone },
  agency: { get: everyone },
  survey: { get: everyone, post: everyone },
  surveyResults: { get: everyone },
  surveyTable: { get: everyone },
  surveySheet: { get: everyone },
  manager: { get: everyone },
  privacy: { get: everyone },
  otherWays: { get: everyone },
  unsatisfied: { get: everyone },
  verifyReceipt: { get: everyone, post: everyone },
  receiptKey: { get: everyone },
  logo: { get: everyone },
  robots: { get: everyone },
  sitemap: { get: everyone },
  badge: { get: everyone },
  frame: { get: everyone },
  widgetScript: { get: everyone },
  signIn: { get: everyone, post: everyone },
  signOut: { post: always('signIn') },
  signOutEverywhere: { post: always('signIn') },
  secondReset: { post: nothingForStaff },
  staffSecond: { post: nothingForStaff },
  secondStep: { get: anyStaff, post: anyStaff },
  keySignIn: { get: everyone, post: everyone },
  accountKey: { get: anyStaff, post: anyStaff },
  accountApp: { get: anyStaff, post: anyStaff },
  accountFactorEnd: { post: anyStaff },
  accountCodes: { post: anyStaff },
  account: { get: anyStaff },
  accountPassword: { post: anyStaff },
  accountSession: { post: anyStaff },
  forgot: { get: everyone, post: everyone },
  setPassword: { get: always('gone'), post: always('gone') },
  desk: { get: anyStaff },
  queue: { get: nothingForStaff },
  staffSearch: { get: anyStaff },
  staffFile: { get: takers, post: takers },
  caseFile: { get: readers },
  caseRoute: { post: readers },
  caseQuestion: { post: readers },
  caseReturn: { post: readers },
  caseReferral: { post: readers },
  caseArchive: { post: readers },
  caseUnarchive: { post: readers },
  caseObjection: { post: readers },
  caseKey: { post: readers },
  caseClass: { post: readers },
  caseTakeUp: { post: readers },
  caseAssign: { post: readers },
  caseNote: { post: readers },
  casePriority: { post: readers },
  casePromise: { post: readers },
  caseReply: { post: readers },
  caseApproval: { post: readers },
  caseDraftReturn: { post: readers },
  caseDraftWithdrawal: { post: readers },
  caseConclusion: { post: readers },
  caseClosure: { post: readers },
  caseReopen: { post: readers },
  caseMerge: { post: readers },
  caseSplit: { post: readers },
  caseRelease: { post: readers },
  caseUnrelease: { post: readers },
  caseScreening: { post: readers },
  caseMasking: { post: readers },
  caseReveal: { post: readers },
  caseReminder: { post: readers },
  caseExplanationRequest: { post: readers },
  caseExplanation: { post: readers },
  caseUndo: { post: readers },
  caseOnBehalf: { post: readers },
  caseFiles: { post: readers },
  caseAttachment: { get: nothingForStaff },
  caseErase: { post: nothingForStaff },
  dataRequests: { get: adminOnly, post: adminOnly },
  dataRequest: { get: nothingForStaff, post: nothingForStaff },
  breaches: { get: adminOnly, post: adminOnly },
  breach: { get: nothingForStaff, post: nothingForStaff },
  oversight: { get: watchers },
  oversightAgencies: { get: watchers },
  inquiries: { get: watchers, post: staffWho(inEvery(['leader', 'inspectorate'])) },
  inquiry: { post: nothingForStaff },
  suggestions: { get: watchers },
  oversightList: { get: nothingForStaff },
  thisMonth: { get: watchers },
  monthReport: { get: nothingForStaff },
  monthReportFile: { get: nothingForStaff },
  trail: { get: overseers },
  integrity: { get: overseers, post: overseers },
  trailFile: { get: overseers },
  exports: { get: overseers },
  deadLetters: { get: adminOnly },
  deadLetter: { post: nothingForStaff },
  grants: { get: overseers },
  grant: { post: nothingForStaff },
  emailChange: { post: nothingForStaff },
  settingAsk: { post: nothingForStaff },
  staffList: { get: adminOnly, post: adminOnly },
  staffPerson: { get: nothingForStaff },
  staffName: { post: nothingForStaff },
  staffEmail: { post: nothingForStaff },
  staffRole: { post: nothingForStaff },
  staffRoleEnd: { post: nothingForStaff },
  staffSessionEnd: { post: nothingForStaff },
  staffDisable: { post: nothingForStaff },
  staffEnable: { post: nothingForStaff },
  staffInvite: { post: nothingForStaff },
  templates: { get: anyStaff },
  template: { get: nothingForStaff, post: nothingForStaff },
  settings: { get: adminOnly },
  settingTrail: { get: adminOnly },
  settingUndo: { post: nothingForStaff },
  calendar: { get: adminOnly },
  calendarYear: { get: adminOnly, post: adminOnly },
  calendarTable: { get: adminOnly },
  clockRules: { get: adminOnly },
  clockRule: { get: adminOnly, post: adminOnly },
  cityDraft: { get: nothingForStaff, post: nothingForStaff },
  settingList: { get: adminOnly },
  settingTable: { get: adminOnly },
  reportTable: { get: adminOnly, post: adminOnly },
  settingImport: { get: adminOnly, post: adminOnly },
  importRun: { get: nothingForStaff, post: nothingForStaff },
  importUndo: { post: nothingForStaff },
  importStart: { post: nothingForStaff },
  importRefused: { get: nothingForStaff },
  settingRow: { get: nothingForStaff, post: nothingForStaff },
}
