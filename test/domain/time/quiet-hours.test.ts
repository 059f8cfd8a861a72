import { expect, it } from 'vitest'
import type { Calendar } from '../../../src/domain/time/calendar.ts'
import { nextOpening } from '../../../src/domain/time/quiet-hours.ts'

const calendar: Calendar = {
  holidays: { '2026-12-25': 'Natal' },
  firstYear: 2026,
  lastYear: 2027,
  office: [450, 960],
  offset: 420,
}
const at = (text: string) => Date.parse(`${text}:00+07:00`)

it.each([
  ['2026-11-24T09:00', '2026-11-24T09:00', 'in office hours: at once'],
  ['2026-11-24T00:30', '2026-11-24T07:30', 'at night: when the office opens'],
  ['2026-11-24T16:00', '2026-11-25T07:30', 'when it closes: the next day'],
  ['2026-11-27T18:00', '2026-11-30T07:30', 'Friday evening: Monday'],
  ['2026-11-28T10:00', '2026-11-30T07:30', 'Saturday: Monday'],
  ['2026-12-24T17:00', '2026-12-28T07:30', 'before a holiday and a weekend: after both'],
])('tells staff %s at %s (%s)', (from, to) => {
  expect(nextOpening(at(from), 'staff', calendar)).toBe(at(to))
})

it.each([
  ['2026-11-28T10:00', '2026-11-28T10:00', 'a Saturday by day'],
  ['2026-12-25T00:30', '2026-12-25T07:00', 'the night before a holiday'],
  ['2026-11-24T20:00', '2026-11-25T07:00', 'in the evening'],
  ['2026-11-24T19:59', '2026-11-24T19:59', 'just before it'],
])('tells reporters %s at %s (%s)', (from, to) => {
  expect(nextOpening(at(from), 'reporter', calendar)).toBe(at(to))
})
