import type { RuleContext } from '../case/command.ts'
import type { Actor } from '../people/actor.ts'
import type { Instant } from '../time/time.ts'
import { type City, calendarOf, rulesOf } from './city.ts'

interface Moment {
  city: City
  now: Instant
  actor: Actor
}

/** What every rule is told. The calendar is the city's: each clock counts by its own holder's week. */
export function contextOf({ city, now, actor }: Moment): RuleContext {
  return {
    now,
    actor,
    calendar: calendarOf(city),
    clockRules: city.clockRules,
    limits: city.limits,
    city: rulesOf(city),
  }
}
