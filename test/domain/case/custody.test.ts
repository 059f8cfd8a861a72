import { describe, expect, test } from 'vitest'
import { type CustodyEvent, custody, custodyTotals } from '../../../src/domain/case/custody.ts'
import { aCalendar, HEALTH, ROADS, wib } from '../../support/builders.ts'

const event = (
  day: string,
  stateAfter: CustodyEvent['stateAfter'],
  agencyAfter: number | null = null,
): CustodyEvent => ({ at: wib(day), stateAfter, agencyAfter })

const events = [
  event('2026-11-23', 'received'),
  event('2026-11-24', 'routed', HEALTH),
  event('2026-11-25', 'received'),
  event('2026-11-26', 'routed', ROADS),
  event('2026-11-27', 'in_progress', ROADS),
  event('2026-11-30', 'awaiting_info', ROADS),
  event('2026-12-02', 'in_progress', ROADS),
  event('2026-12-04', 'awaiting_confirmation', ROADS),
  event('2026-12-07', 'closed', ROADS),
]

describe('who held it and for how long', () => {
  test('each stretch names its holder; steps inside one agency are one stretch', () => {
    const spans = custody(events, wib('2026-12-09'))
    expect(spans.map((span) => [span.holder, span.agencyId])).toEqual([
      ['verifier', null],
      ['agency', HEALTH],
      ['verifier', null],
      ['agency', ROADS],
      ['reporter', null],
      ['agency', ROADS],
      ['reporter', null],
      ['none', null],
    ])
    expect(spans.at(-1)?.to).toBe(wib('2026-12-09'))
  })

  test('working days per holder sum to those of its age', () => {
    const totals = custodyTotals(custody(events, wib('2026-12-07')), aCalendar())
    expect(totals.map((t) => [t.holder, t.agencyId, t.workingDays])).toEqual([
      ['verifier', null, 2],
      ['agency', HEALTH, 1],
      ['agency', ROADS, 4],
      ['reporter', null, 3],
    ])
  })

  test('a clock that ran back by a little makes no negative stretch', () => {
    const skewed = [
      { at: 1000, stateAfter: 'received' as const, agencyAfter: null },
      { at: 900, stateAfter: 'routed' as const, agencyAfter: ROADS },
    ]
    expect(custody(skewed, 1500)).toEqual([
      { holder: 'agency', agencyId: ROADS, from: 1000, to: 1500 },
    ])
    expect(custody([], 1500)).toEqual([])
  })
})
