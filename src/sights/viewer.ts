import type { Dossier } from '../db/dossier.ts'
import { mayRead } from '../domain/case/parties.ts'
import type { Seen } from '../domain/case/seen.ts'
import type { Viewer } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Eye, eyeOf } from './eye.ts'

/** May open a complaint on the desk; what they may not answers like an unknown number. */
export function mayOpen(staff: Staff, complaint: Seen, now: Instant): boolean {
  return mayRead(staff, complaint, now)
}

export function staffEye(
  staff: Staff,
  { complaint, reveals }: Pick<Dossier, 'complaint' | 'reveals'>,
  city: City,
  now: Instant,
): Eye {
  const revealed = reveals.some((r) => r.staffId === staff.id)
  return eyeOf(viewerOf(staff, revealed), complaint, city, now)
}

/** Somebody of the staff before a row of a list, where no identity is ever open. */
export function listEye(staff: Staff, row: Seen, city: City, now: Instant): Eye {
  return eyeOf(viewerOf(staff, false), row, city, now)
}

function viewerOf(staff: Staff, revealed: boolean): Viewer {
  return { kind: 'staff', staff, revealed }
}
