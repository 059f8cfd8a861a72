import type { Instant } from '../time/time.ts'
import type { Complaint } from './complaint.ts'
import type { CommandName } from './lifecycle.ts'
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

const PUBLIC_STEPS: ReadonlySet<CommandName> = new Set([
  'file',
  'route',
  'take_up',
  'propose_closure',
  'approve_closure',
  'close_by_silence',
  'escalate',
  'confirm',
  'dispute',
])

/** Steps that anyone may know of, without words: nothing of the dialogue. */
export function isPublicStep(type: string): boolean {
  return PUBLIC_STEPS.has(type as CommandName)
}
