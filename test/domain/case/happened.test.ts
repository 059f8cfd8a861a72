import { expect, test } from 'vitest'
import {
  approvedBy,
  factsOf,
  isDraft,
  namedIn,
  undoneIn,
} from '../../../src/domain/case/happened.ts'

const event = (type: string, facts: object = {}) => ({ type, facts: JSON.stringify(facts) })

test('the type of an event fixes its facts', () => {
  const happened = factsOf(event('return', { agency: 3, proposed: 4 }))
  expect(happened).toEqual({ type: 'return', facts: { agency: 3, proposed: 4 } })
  if (happened.type !== 'return') throw new Error(happened.type)
  const proposed: number | null = happened.facts.proposed
  expect(proposed).toBe(4)
})

test('what was taken back, what only waits, what was approved and who was given it', () => {
  expect(
    undoneIn([
      event('undo', { undone: 4, approved: null }),
      event('split'),
      event('undo', { undone: 9 }),
    ]),
  ).toEqual(new Set([4, 9]))
  expect(isDraft(event('reply', { agency: 3, draft: true }))).toBe(true)
  expect(isDraft(event('reply', { agency: 3, draft: false }))).toBe(false)
  expect(isDraft(event('note'))).toBe(false)
  expect(approvedBy(event('approve_closure', { agency: 3, message: 7 }))).toBe(7)
  expect(approvedBy(event('screen', { message: 7 }))).toBeNull()
  expect(namedIn(event('assign', { officer: 'budi' }))).toEqual(['budi'])
  expect(namedIn(event('unassign', { officer: 'budi' }))).toEqual(['budi'])
  const handedOver = { officer: 'budi', successor: 'ani', givenBy: 'rina' }
  expect(namedIn(event('unassign', handedOver))).toEqual(['budi', 'ani', 'rina'])
  expect(namedIn(event('note'))).toEqual([])
})
