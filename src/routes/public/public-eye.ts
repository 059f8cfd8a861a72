import { type City, rulesOf } from '../../domain/city.ts'
import type { Complaint } from '../../domain/complaint.ts'
import type { Instant } from '../../domain/time.ts'
import { canSee, type Field } from '../../domain/visibility.ts'

/** A part of a complaint where anyone may see it, else null. */
export type PublicEye = <T>(field: Field, part: T) => T | null

/** Asks the one rule of who sees what, part by part, for whoever passes by. */
export const publicEye = (c: Complaint, city: City, now: Instant): PublicEye => {
  const rules = rulesOf(city)
  return (field, part) => (canSee({ kind: 'public' }, field, c, now, rules) ? part : null)
}
