import { expect, test } from 'vitest'
import { difference, mergeContributions } from '../../../src/domain/figures/figures.ts'
import { aClosure, aComplaint, accepted, officer, refused, wib } from '../../support/builders.ts'

const later = wib('2026-11-30')
const words = 'Kata-kata yang cukup panjang.'

test('a report is rated once, from 1 to 5', () => {
  const closed = aComplaint({ state: 'closed' })
  for (const score of [0, 6, 4.5, Number.NaN])
    expect(refused(closed, { name: 'rate', score }, {})?.refused).toBe('score_out_of_range')
  const rated = accepted(closed, { name: 'rate', score: 5 })
  expect(refused(rated, { name: 'rate', score: 1 }, {})?.refused).toBe('already_said')
})

test('a reopened report loses its rating and may be rated anew', () => {
  const rated = accepted(aComplaint({ state: 'closed' }), { name: 'rate', score: 2 })
  const reopened = accepted(rated, { name: 'reopen', text: words })
  expect(reopened.rating).toBeNull()
  const figures = mergeContributions(difference(rated, reopened))
  expect(figures.find((row) => row.scope === 'city')?.metrics).toMatchObject({
    ratings: -1,
    rating_sum: -2,
  })
  const again = accepted(
    accepted(reopened, aClosure(), { actor: officer, now: later }),
    { name: 'confirm' },
    { now: later },
  )
  expect(accepted(again, { name: 'rate', score: 5 }, { now: later }).rating).toBe(5)
})
