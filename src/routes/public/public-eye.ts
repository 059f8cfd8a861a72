import type { Complaint } from '../../domain/case/complaint.ts'
import { canSee, type Field } from '../../domain/case/visibility.ts'
import { type City, rulesOf } from '../../domain/city/city.ts'
import type { Instant } from '../../domain/time/time.ts'

/** A part of a complaint where anyone may see it, else null. */
export type PublicEye = <T>(field: Field, part: T) => T | null

/** Asks the one rule of who sees what, part by part, for whoever passes by. */
export function publicEye(complaint: Complaint, city: City, now: Instant): PublicEye {
  const rules = rulesOf(city)
  return (field, part) => (canSee({ kind: 'public' }, field, complaint, now, rules) ? part : null)
}
