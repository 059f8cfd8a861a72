import type { Seen } from '../domain/case/seen.ts'
import { canSee, type Field, type Viewer } from '../domain/case/visibility.ts'
import { type City, rulesOf } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'

export type Eye = (field: Field) => boolean

/** The one place that asks the rule of who sees what. */
export function eyeOf(viewer: Viewer, complaint: Seen, city: City, now: Instant): Eye {
  const rules = rulesOf(city)
  return (field) => canSee(viewer, field, complaint, now, rules)
}

export function shown<T>(eye: Eye, field: Field, part: T): T | null {
  return eye(field) ? part : null
}
