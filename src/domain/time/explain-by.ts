import { addCalendarDays, addWorkingDays, type Calendar, dayZero } from './calendar.ts'
import { type ClockRule, newestRule } from './clock-rules.ts'
import type { Instant, IsoDate } from './time.ts'

/** The last day on which a head answers what was asked of the agency; null where no rule says. */
export function explainBy(
  at: Instant,
  rules: readonly ClockRule[],
  calendar: Calendar,
): IsoDate | null {
  const from = dayZero(at, calendar)
  const rule = newestRule(rules, 'explain', null, from)
  if (!rule) return null
  const { unit, length } = rule
  const due = unit === 'working_day' ? addWorkingDays(from, length, calendar) : null
  return (due ?? addCalendarDays(from, length)).day
}
