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
  /** Asked for number and key. */
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

const anyStaff: Rule = (actor) => (OUTSIDE.has(actor) ? 'signIn' : 'opens')

/**
 * Every address, with what happens to everybody who opens it or posts to it. The desk's rows are
 * filled as its routes land: `staffWho(...)` names who is let in, per situation.
 */
export const matrix: Record<PathName, Row> = {
  home: { get: everyone },
  health: { get: everyone },
  report: { get: everyone, post: everyone },
  track: { get: everyone, post: everyone },
  leave: { post: always('askKey') },
  statusLink: { get: everyone },
  status: { get: keyHolder },
  statusReceipt: { get: keyHolder },
  statusAnswer: { post: keyHolder },
  statusConfirm: { post: keyHolder },
  statusDispute: { post: keyHolder },
  statusWithdraw: { post: keyHolder },
  statusReopen: { post: keyHolder },
  statusRate: { post: keyHolder },
  statusSplit: { post: keyHolder },
  statusFiles: { post: keyHolder },
  statusFile: { get: nothingForKeyHolder },
  statusData: { get: 'todo' },
  statusErase: { post: 'todo' },
  oneTime: { get: 'todo', post: 'todo' },
  reports: { get: everyone },
  publicReport: { get: unlessSecret },
  publicFile: { get: always('unknown') },
  agencies: { get: everyone },
  agency: { get: everyone },
  manager: { get: everyone },
  privacy: { get: everyone },
  otherWays: { get: everyone },
  unsatisfied: { get: everyone },
  verifyReceipt: { get: everyone, post: everyone },
  receiptKey: { get: everyone },
  robots: { get: everyone },
  sitemap: { get: everyone },
  badge: { get: everyone },
  frame: { get: everyone },
  widgetScript: { get: everyone },
  signIn: { get: everyone, post: everyone },
  signOut: { post: always('signIn') },
  signOutEverywhere: { post: always('signIn') },
  forgot: { get: everyone, post: everyone },
  setPassword: { get: always('gone'), post: always('gone') },
  desk: { get: 'todo' },
  queue: { get: 'todo' },
  staffSearch: { get: 'todo' },
  staffFile: { get: 'todo', post: 'todo' },
  caseFile: { get: 'todo' },
  caseRoute: { post: 'todo' },
  caseQuestion: { post: 'todo' },
  caseReturn: { post: 'todo' },
  caseReferral: { post: 'todo' },
  caseArchive: { post: 'todo' },
  caseUnarchive: { post: 'todo' },
  caseTakeUp: { post: 'todo' },
  caseAssign: { post: 'todo' },
  caseNote: { post: 'todo' },
  casePriority: { post: 'todo' },
  caseReply: { post: 'todo' },
  caseApproval: { post: 'todo' },
  caseClosure: { post: 'todo' },
  caseReopen: { post: 'todo' },
  caseMerge: { post: 'todo' },
  caseSplit: { post: 'todo' },
  caseRelease: { post: 'todo' },
  caseUnrelease: { post: 'todo' },
  caseScreening: { post: 'todo' },
  caseReveal: { post: 'todo' },
  caseReminder: { post: 'todo' },
  caseUndo: { post: 'todo' },
  caseOnBehalf: { post: 'todo' },
  caseFiles: { post: 'todo' },
  caseAttachment: { get: 'todo' },
  deadLetters: { get: 'todo' },
  deadLetter: { get: 'todo', post: 'todo' },
}

/** Only these staff, per situation; all other staff get `refused` or, where it matters, 404. */
export const staffWho =
  (allowed: Record<Situation, readonly ActorName[]>, others: Outcome = 'refused'): Rule =>
  (actor, situation) => {
    if (allowed[situation].includes(actor)) return 'opens'
    return anyStaff(actor, situation) === 'signIn' ? 'signIn' : others
  }

const HANDLERS: ActorName[] = ['ownLiaison', 'ownOfficer', 'ownHead']
const READERS: ActorName[] = ['verifier', 'formerMember', 'leader', 'auditor', 'admin', ...HANDLERS]

/** Who may open a case on the desk (domain.md, Roles); a supervisory one is Inspektorat's. */
export const readers = staffWho({
  ordinary: READERS,
  confidential: READERS,
  supervisory: ['inspectorate', 'leader', 'auditor'],
})

/** Who may learn the reporter: never the agency complained about, now or within a year. */
export const revealers = staffWho({
  ordinary: ['admin', 'verifier', 'inspectorate'],
  confidential: ['admin', 'verifier', 'inspectorate'],
  supervisory: ['inspectorate'],
})
