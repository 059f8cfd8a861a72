import { expect, inject, test } from 'vitest'
import { demoCity } from '../../seed/demo-city.ts'
import { castOf } from '../../seed/people.ts'
import { inOrder } from '../../seed/play-order.ts'
import { stories } from '../../seed/stories/index.ts'
import { planAll } from '../../seed/timeline.ts'
import { addDays } from '../../src/domain/time/time.ts'
import { replay } from '../support/replay-plan.ts'

const city = demoCity()
const isLong = inject('rounds') > 20

/** Days on which somebody may start the demo: every week day, and both sides of a year's end. */
const days = [
  '2026-11-28',
  ...Array.from({ length: isLong ? 120 : 4 }, (_, i) => addDays('2026-12-24', i * 8)),
]

test.each(days)('on %s no story of the demo is refused by the rules', (today) => {
  const setting = { city, cast: castOf(city), today, seed: 'tanggap' }
  const plans = planAll(stories, setting)
  expect(replay(inOrder(plans), city).size).toBe(plans.length)
})
