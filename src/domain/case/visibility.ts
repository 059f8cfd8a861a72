import { holdsRole, type Staff } from '../people/actor.ts'
import { DAY, type Instant } from '../time/time.ts'
import { answersFor, type CityRules, isParty, mayRead } from './parties.ts'
import { isComplainedAbout, mayReveal } from './reveal.ts'
import type { Seen } from './seen.ts'

/** Every part of a complaint that somebody may or may not see. */
export const FIELDS = [
  /** That there is such a number at all; without it the answer is that of an unknown one. */
  'existence',
  'state',
  'receivedDay',
  'clock',
  'district',
  'category',
  'agency',
  'subdistrict',
  'releasedTitle',
  'releasedText',
  /** A photo that a verifier made public. */
  'releasedPhoto',
  'publicAnswer',
  'exactPoint',
  'screenedText',
  /** An anonymous reporter's photo, as it is, that the verifier lets the agency see. */
  'screenedPhoto',
  'originalTitle',
  'originalText',
  'originalPhoto',
  'document',
  'fileName',
  /** Questions, answers and reasons that were sent, in their screened copy where there is one. */
  'dialogue',
  /** A message of an anonymous reporter that waits for the screen, or its original after it. */
  'unscreenedMessage',
  /** Notes, drafts and the reasons of a return. */
  'internalNote',
  'custody',
  'name',
  'contact',
  'revealLog',
] as const
export type Field = (typeof FIELDS)[number]

export type Viewer =
  | { kind: 'public' }
  /** Holds number and key of this very complaint. */
  | { kind: 'key' }
  /** Holds the key of a complaint joined under this root. */
  | { kind: 'member' }
  /** `revealed`: a reveal of this complaint by this person, with its reason, is on record. */
  | { kind: 'staff'; staff: Staff; revealed: boolean }

const OPEN_FACTS: ReadonlySet<Field> = new Set([
  'existence',
  'state',
  'receivedDay',
  'clock',
  'district',
])
const RELEASED: ReadonlySet<Field> = new Set([
  'category',
  'agency',
  'subdistrict',
  'releasedTitle',
  'releasedText',
  'releasedPhoto',
  'publicAnswer',
])
/** What can give an anonymous reporter away. */
const ORIGINAL: ReadonlySet<Field> = new Set([
  'exactPoint',
  'originalTitle',
  'originalText',
  'originalPhoto',
  'document',
  'fileName',
  'unscreenedMessage',
])
const IDENTITY: ReadonlySet<Field> = new Set(['name', 'contact'])
const OF_A_ROOT: ReadonlySet<Field> = new Set(['state', 'clock', 'agency', 'publicAnswer'])
const FOR_THE_DESK: ReadonlySet<Field> = new Set(['internalNote'])

/**
 * The one answer to "which field who may see" (docs/rules.md, What is public, and
 * docs/rules.md, Who may know the reporter).
 */
export function canSee(
  viewer: Viewer,
  field: Field,
  complaint: Seen,
  now: Instant,
  city: CityRules,
): boolean {
  if (viewer.kind === 'key') return !FOR_THE_DESK.has(field)
  if (publicSees(field, complaint)) return true
  if (viewer.kind === 'public') return false
  if (viewer.kind === 'member') return OF_A_ROOT.has(field)
  return staffSees(viewer.staff, viewer.revealed, field, complaint, now, city)
}

/** Which part of a complaint a stored message is, by its audience and state. */
export function fieldOfMessage(m: { audience: string; state: string }): Field {
  if (m.audience === 'staff' || m.state === 'draft' || m.state === 'undone') return 'internalNote'
  if (m.state === 'screening') return 'unscreenedMessage'
  return m.audience === 'public' ? 'publicAnswer' : 'dialogue'
}

/** Which part a file is, by who added it and its media type. */
export function fieldOfFile(file: { source: string; type: string }): Field {
  if (file.source === 'agency') return 'dialogue'
  return file.type.startsWith('image/') ? 'originalPhoto' : 'document'
}

/** Its number, without the key, answers like an unknown one. */
export function isSecret(
  complaint: Pick<Seen, 'confidential' | 'supervisory' | 'sensitive'>,
): boolean {
  return complaint.confidential || complaint.supervisory || complaint.sensitive !== null
}

/** Nothing of it is ever public, whatever a verifier decides (docs/rules.md, What is public). */
export function neverPublic(
  complaint: Pick<Seen, 'confidential' | 'supervisory' | 'sensitive' | 'suspectedSpam'>,
): boolean {
  return isSecret(complaint) || complaint.suspectedSpam
}

/** Its words are on public pages, lists, feeds and search now. */
export function isPublished(complaint: Seen): boolean {
  return complaint.release.status === 'released' && !neverPublic(complaint)
}

function publicSees(field: Field, complaint: Seen): boolean {
  if (isSecret(complaint)) return false
  if (OPEN_FACTS.has(field)) return true
  if (!isPublished(complaint)) return false
  return RELEASED.has(field) || (field === 'exactPoint' && complaint.release.point)
}

function staffSees(
  staff: Staff,
  revealed: boolean,
  field: Field,
  complaint: Seen,
  now: Instant,
  city: CityRules,
): boolean {
  if (!mayRead(staff, complaint, now)) return false
  const opened = revealed && mayReveal(staff, complaint, now, city)
  if (IDENTITY.has(field)) return opened
  if (ORIGINAL.has(field)) return opened || seesOriginal(staff, complaint, now, city)
  if (field === 'revealLog') return seesRevealLog(staff, complaint, now, city)
  if (FOR_THE_DESK.has(field)) return readsByRole(staff, complaint, now)
  return true
}

/** Of an anonymous report only the verifier who screens it, unless complained about. */
function seesOriginal(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  if (!complaint.anonymous) return true
  if (isInspector(staff, complaint, now)) return true
  if (isComplainedAbout(staff, complaint, now)) return false
  return isParty('verifier', staff, complaint, now, city) || answersFor(staff, complaint)
}

/** Inspektorat on a supervisory case that is not about itself. */
function isInspector(staff: Staff, complaint: Seen, now: Instant): boolean {
  return (
    complaint.supervisory &&
    complaint.aboutAgencyId !== complaint.leadAgencyId &&
    holdsRole(staff, 'inspectorate', now)
  )
}

/** Whoever may open the identity sees who did, and so does the auditor, unless complained about. */
function seesRevealLog(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  return (
    mayReveal(staff, complaint, now, city) ||
    (holdsRole(staff, 'auditor', now) && !isComplainedAbout(staff, complaint, now))
  )
}

/** Reads it for a role, not only as the one who wrote it down for somebody. */
function readsByRole(staff: Staff, complaint: Seen, now: Instant): boolean {
  return mayRead(staff, { ...complaint, filedBy: null }, now)
}

/** Time in milliseconds after which a reveal is shown to the reporter. */
export const REVEAL_SHOWN_AFTER = 7 * DAY

/** One entry of the reveal log is on the reporter's page by now. */
export function isRevealShown(revealedAt: Instant, now: Instant): boolean {
  return now - revealedAt >= REVEAL_SHOWN_AFTER
}
