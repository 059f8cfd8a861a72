import { expect, test } from 'vitest'
import { answerClock, answerDue } from '../../../src/domain/people/registers.ts'
import { HOUR } from '../../../src/domain/time/time.ts'

const friday = Date.parse('2026-11-27T09:00:00Z')
const due = answerDue(friday)

test('the 72 hours run through nights and weekends', () => {
  expect(new Date(due).toISOString()).toBe('2026-11-30T09:00:00.000Z')
})

test.each([
  [friday, { kind: 'running', hours: 72 }],
  [due - 1, { kind: 'running', hours: 0 }],
  [due, { kind: 'running', hours: 0 }],
  [due + 1, { kind: 'late', hours: 1 }],
  [due + 30 * HOUR, { kind: 'late', hours: 30 }],
])('at %i the clock of an open one says %o', (now, clock) => {
  expect(answerClock(due, null, now)).toEqual(clock)
})

test('an answer in time stays so, a late one stays late', () => {
  const now = due + 99 * HOUR
  expect(answerClock(due, due, now)).toEqual({ kind: 'answered', late: false })
  expect(answerClock(due, due + 1, now)).toEqual({ kind: 'answered', late: true })
})
