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

/** The newest that has begun on a day, of one class alone. */
export function newestRule(
  rules: readonly ClockRule[],
  kind: ClockKind,
  group: ClockRule['class'],
  day: IsoDate,
): ClockRule | undefined {
  return rules
    .filter((r) => r.kind === kind && r.class === group && r.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}

/** A rule for the class before one for all. @throws NoClockRuleError when none has begun. */
export function ruleFor(
  rules: readonly ClockRule[],
  kind: ClockKind,
  c: Classed,
  day: IsoDate,
): ClockRule {
  const group = c.supervisory ? 'supervisory' : c.class
  const newest = newestRule(rules, kind, group, day) ?? newestRule(rules, kind, null, day)
  if (!newest) throw new NoClockRuleError(`no ${kind} rule for ${group} on ${day}`)
  return newest
}
