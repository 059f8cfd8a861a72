import { expect, it } from 'vitest'
import type { Calendar } from '../../../src/domain/time/calendar.ts'
import { rungDue } from '../../../src/domain/time/ladder.ts'

const calendar: Calendar = {
  holidays: {},
  firstYear: 2026,
  lastYear: 2027,
  office: [450, 960],
  offset: 420,
}
/** Due on a Friday. */
const clock = { status: 'running', dueDay: '2026-11-27' } as const

it.each([
  ['2026-11-27', 0],
  ['2026-11-28', 0],
  ['2026-11-29', 0],
  ['2026-11-30', 1],
  ['2026-12-01', 1],
  ['2026-12-02', 2],
  ['2026-12-03', 2],
  ['2026-12-04', 3],
  ['2027-02-01', 3],
])('reaches by %s rung %i', (today, rung) => {
  expect(rungDue(clock, today, calendar)).toBe(rung)
})

it('counts every day for a unit that works every day, and none while a clock stands still', () => {
  expect(rungDue(clock, '2026-11-28', { ...calendar, everyDay: true })).toBe(1)
  expect(rungDue({ ...clock, status: 'paused' }, '2026-12-04', calendar)).toBe(0)
})
