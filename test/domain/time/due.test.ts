import { describe, expect, test } from 'vitest'
import { advance, daysLeft, dueNow, isLate, rankDay } from '../../../src/domain/time/due.ts'
import { aCalendar, aComplaint, accepted, officer, wib } from '../../support/builders.ts'

const calendar = aCalendar()
const working = aComplaint({ state: 'in_progress' })

describe('rank', () => {
  test.each([
    ['normal', 1, 0],
    ['important', 1, 2],
    ['urgent', 1, 5],
    ['normal', 2, 1],
    ['normal', 3, 1],
    ['normal', 31, 4],
    ['normal', 32, 5],
    ['normal', 5000, 5],
    ['urgent', 5000, 10],
    ['normal', 0, 0],
  ] as const)(
    '%s in a cluster of %i moves forward by %i working days',
    (priority, clusterSize, days) => {
      expect(advance({ priority, clusterSize })).toBe(days)
    },
  )

  test('is the due day, moved forward by working days only', () => {
    expect(rankDay(working, calendar)).toBe('2026-12-14')
    expect(rankDay({ ...working, priority: 'urgent' }, calendar)).toBe('2026-12-07')
  })

  test('reaches back before the first loaded year without failing', () => {
    const early = aComplaint({ at: wib('2026-01-02'), state: 'received' })
    expect(rankDay({ ...early, priority: 'urgent', clusterSize: 99 }, calendar)).toBe('2025-12-25')
  })

  test('is that of the sixty days while the clock stands still, with the days left kept', () => {
    const ask = { name: 'ask' as const, text: 'Di sebelah mana lubangnya?' }
    const asked = accepted(working, ask, { actor: officer, now: wib('2026-11-25') })
    expect(rankDay(asked, calendar)).toBe('2027-01-22')
    expect(dueNow(asked)).toMatchObject({ kind: 'paused', since: '2026-11-25', day: '2027-01-22' })
    expect(isLate(asked, '2027-01-22')).toBe(false)
    expect(isLate(asked, '2027-01-23')).toBe(true)
    expect(daysLeft(asked, '2027-01-04', calendar)).toBe(13)
  })

  test('a finished complaint has no due day', () => {
    expect(dueNow(aComplaint({ state: 'closed' })).kind).toBe('none')
    expect(daysLeft(aComplaint({ state: 'closed' }), '2026-12-01', calendar)).toBeNull()
  })
})
