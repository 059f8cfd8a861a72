import type { Limit } from '../../domain/city/public-limits.ts'
import type { TargetSight } from '../../sights/target.ts'
import type { Words } from '../../words/words.ts'

/** '24 jam, paling lambat 28 November 2026, 15.10 WIB' */
export function limitText(t: Words, target: TargetSight | null): string | null {
  if (!target) return null
  const when = target.at === null ? t.mediumDate(target.day) : t.moment(target.at)
  return t.due.limit[target.state](limitLength(t, target), when)
}

export function limitLength(t: Words, { unit, length }: Limit): string {
  return unit === 'hour' ? t.hours(length) : t.workingDays(length)
}
