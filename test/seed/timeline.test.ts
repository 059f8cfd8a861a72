import { describe, expect, test } from 'vitest'
import { demoCity } from '../../seed/demo-city.ts'
import { castOf } from '../../seed/people.ts'
import { inOrder } from '../../seed/play-order.ts'
import { stories } from '../../seed/stories/index.ts'
import { endOfPlan, planAll } from '../../seed/timeline.ts'
import { isOpen, isRoot } from '../../src/domain/case/complaint.ts'
import { calendarOf } from '../../src/domain/city/city.ts'
import { isWorkingDay } from '../../src/domain/time/calendar.ts'
import { isLate } from '../../src/domain/time/due.ts'
import { dateOf, minuteOfDay } from '../../src/domain/time/time.ts'
import { replay } from '../support/replay-plan.ts'

const city = demoCity()
const calendar = calendarOf(city)
const setting = { city, cast: castOf(city), today: '2026-11-24', seed: 'test' }
const plans = planAll(stories, setting)
const steps = inOrder(plans)

describe('the plans of a day', () => {
  test('leave no story out', () => {
    const planned = new Set(plans.map(({ story }) => story))
    expect(stories.filter((_, i) => !planned.has(i)).map(({ title }) => title)).toEqual([])
  })

  test('are the same for the same seed and day, and others for another seed', () => {
    const some = stories.slice(0, 40)
    expect(planAll(some, setting)).toEqual(planAll(some, setting))
    expect(planAll(some, { ...setting, seed: 'other' })).not.toEqual(planAll(some, setting))
  })

  test('go forward in time, from the first working day on to the morning of the day', () => {
    for (const { steps: own } of plans) {
      const times = own.map(({ at }) => at)
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
    }
    expect(dateOf(steps[0]?.step.at ?? 0, 420) >= '2026-01-02').toBe(true)
    expect(steps.at(-1)?.step.at).toBeLessThanOrEqual(endOfPlan(setting.today, city))
  })

  test('are accepted by the rules, and each story ends as it is written', () => {
    const cases = replay(steps, city)
    const of = (outcome: string) =>
      stories.flatMap((s, i) => (s.outcome === outcome ? [cases.get(i)] : []))
    expect(of('received').every((c) => c?.state === 'received')).toBe(true)
    expect(of('closed').every((c) => c?.state === 'closed')).toBe(true)
    expect(of('lapsed').every((c) => c?.state === 'withdrawn')).toBe(true)
    expect(of('merged').every((c) => c?.state === 'merged')).toBe(true)
    expect(of('disputed').every((c) => c?.disputes === 1)).toBe(true)
    expect(new Set([...cases.values()].map((c) => c.state)).size).toBe(10)
  })

  test('leave about one in eight open reports late', () => {
    const open = [...replay(steps, city).values()].filter((c) => isOpen(c) && isRoot(c))
    const late = open.filter((c) => isLate(c, setting.today))
    expect(late.length / open.length).toBeGreaterThan(0.05)
    expect(late.length / open.length).toBeLessThan(0.3)
  })

  test('let staff work in office hours of working days, and nobody send a form at night', () => {
    for (const { story, step } of steps) {
      const minute = minuteOfDay(step.at, calendar.offset)
      const what = `${stories[story]?.title}: ${JSON.stringify(step.kind)} at ${minute}`
      if (step.actor.kind === 'reporter') expect(minute, what).toBeGreaterThanOrEqual(5 * 60)
      if (step.actor.kind !== 'staff') continue
      const agencyId = step.actor.memberships[0]?.agencyId
      const day = dateOf(step.at, calendar.offset)
      expect(isWorkingDay(day, calendarOf(city, agencyId)), what).toBe(true)
      expect(minute, what).toBeGreaterThanOrEqual(450)
      expect(minute, what).toBeLessThan(18 * 60)
    }
  })
})

test('a young year leaves out only what takes longer than it has lasted', () => {
  const early = planAll(stories.slice(0, 60), { ...setting, today: '2026-03-02' })
  expect(early.length).toBeGreaterThan(40)
})
