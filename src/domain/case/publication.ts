import { actNamed } from '../acts/acts.ts'
import type { Instant } from '../time/time.ts'
import type { Complaint } from './complaint.ts'
import type { Seen } from './seen.ts'
import { isPublished } from './visibility.ts'

/** Released, and the seconds in which the release may be undone are over (docs/data.md, Undo). */
export function isOut(complaint: Seen, publicFrom: Instant | null, now: Instant): boolean {
  return isPublished(complaint) && (publicFrom ?? 0) <= now
}

/** Public pages stay out of search engines until closed (docs/rules.md, What is public). */
export function mayBeIndexed(complaint: Seen & Pick<Complaint, 'state'>): boolean {
  return isPublished(complaint) && complaint.state === 'closed'
}

export function isDeskStep(type: string): boolean {
  return actNamed(type)?.deskOnly ?? false
}

export function isPublicStep(type: string): boolean {
  return actNamed(type)?.publicStep ?? false
}
