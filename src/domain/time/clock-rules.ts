import type { Complaint, ComplaintClass } from '../case/complaint.ts'
import type { ClockKind, ClockUnit } from './clocks.ts'
import type { IsoDate } from './time.ts'

/** A length with the day from which it holds; regulations change, code does not. */
export interface ClockRule {
  kind: ClockKind
  /** null: every class. */
  class: ComplaintClass | 'supervisory' | null
  unit: Exclude<ClockUnit, 'hour'>
  length: number
  validFrom: IsoDate
  source: string
}

class NoClockRuleError extends Error {}

type Classed = Pick<Complaint, 'class' | 'supervisory'>

/** A rule for the class before one for all. @throws NoClockRuleError when none has begun. */
export function ruleFor(
  rules: readonly ClockRule[],
  kind: ClockKind,
  c: Classed,
  day: IsoDate,
): ClockRule {
  const group = c.supervisory ? 'supervisory' : c.class
  const begun = rules.filter((r) => r.kind === kind && r.validFrom <= day)
  const own = begun.filter((r) => r.class === group)
  const pool = own.length > 0 ? own : begun.filter((r) => r.class === null)
  const newest = pool.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  if (!newest) throw new NoClockRuleError(`no ${kind} rule for ${group} on ${day}`)
  return newest
}
