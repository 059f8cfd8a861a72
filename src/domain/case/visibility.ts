import { holdsRole, type Staff } from '../people/actor.ts'
import { DAY, type Instant } from '../time/time.ts'
import { answersFor, type CityRules, isParty, mayRead, worksOn } from './parties.ts'
import { isAboutInspectorate, isAccused, isComplainedAbout, mayReveal } from './reveal.ts'
import type { Seen } from './seen.ts'

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
  'releasedPhoto',
  'publicAnswer',
  'exactPoint',
  'screenedText',
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
  'internalNote',
  'custody',
  'name',
  'contact',
  'revealLog',
] as const
export type Field = (typeof FIELDS)[number]

export type Viewer =
  | { kind: 'public' }
  | { kind: 'key' }
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

/** See docs/rules.md, What is public, and docs/rules.md, Who may know the reporter. */
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

export function fieldOfMessage(m: { audience: string; state: string }): Field {
  if (m.audience === 'staff' || m.state === 'draft' || m.state === 'undone') return 'internalNote'
  if (m.state === 'screening') return 'unscreenedMessage'
  return m.audience === 'public' ? 'publicAnswer' : 'dialogue'
}

export function fieldOfFile(file: { source: string; type: string }): Field {
  if (file.source === 'agency') return 'dialogue'
  return file.type.startsWith('image/') ? 'originalPhoto' : 'document'
}

export function isSecret(
  complaint: Pick<Seen, 'confidential' | 'supervisory' | 'sensitive'>,
): boolean {
  return complaint.confidential || complaint.supervisory || complaint.sensitive !== null
}

/** Whatever a verifier decides (docs/rules.md, What is public). */
export function neverPublic(
  complaint: Pick<Seen, 'confidential' | 'supervisory' | 'sensitive' | 'suspectedSpam'>,
): boolean {
  return isSecret(complaint) || complaint.suspectedSpam
}

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

function seesOriginal(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  if (!complaint.anonymous)
    return !isAccused(staff, complaint, now) || readsAnyway(staff, complaint, now, city)
  if (isInspector(staff, complaint, now, city)) return true
  if (isComplainedAbout(staff, complaint, now)) return false
  return isParty('verifier', staff, complaint, now, city) || answersFor(staff, complaint, now, city)
}

/** Not as one who verifies it: what its agency was given, what they wrote down, or all there is. */
function readsAnyway(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  const oversees = (['auditor', 'leader', 'inspectorate'] as const).some((role) =>
    holdsRole(staff, role, now),
  )
  return oversees || worksOn(staff, complaint, now) || answersFor(staff, complaint, now, city)
}

/** Inspektorat, and of a case about Inspektorat nobody but those who were given it. */
function isInspector(staff: Staff, complaint: Seen, now: Instant, city: CityRules): boolean {
  if (!complaint.supervisory || complaint.aboutAgencyId === complaint.leadAgencyId) return false
  return isAboutInspectorate(complaint, city)
    ? isParty('investigator', staff, complaint, now, city)
    : holdsRole(staff, 'inspectorate', now)
}

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

/** In milliseconds. */
export const REVEAL_SHOWN_AFTER = 7 * DAY

export function isRevealShown(revealedAt: Instant, now: Instant): boolean {
  return now - revealedAt >= REVEAL_SHOWN_AFTER
}
