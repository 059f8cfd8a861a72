import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayZero, isWorkingDay, workingDaysBetween } from '../../../src/domain/time/calendar.ts'
import {
  type Clock,
  endClock,
  isLateOn,
  isOverdue,
  pauseClock,
  recomputeClock,
  remaining,
  resumeClock,
  shortened,
  startClock,
  stoodStill,
  takeBackClock,
  usedDays,
  voidClock,
} from '../../../src/domain/time/clocks.ts'
import { addDays, dateOf } from '../../../src/domain/time/time.ts'
import { aCalendar, HOUR, MINUTE, wib } from '../../support/builders.ts'

const calendar = aCalendar()
const workingDay = fc
  .integer({ min: 0, max: 600 })
  .map((n) => addDays('2026-01-02', n))
  .filter((day) => isWorkingDay(day, calendar))

const settle = (startDay: string, length = 14): Clock =>
  startClock(
    { kind: 'settle', holder: 'agency', agencyId: 3, unit: 'working_day', length },
    startDay,
    1,
    calendar,
  )
const pausedOn = (clock: Clock, at: number, cal = calendar): Clock =>
  pauseClock(clock, at, { cause: 'agency', agencyId: 3 }, cal)
const decide = (startDay: string): Clock =>
  startClock(
    { kind: 'decide', holder: 'city', unit: 'calendar_day', length: 60 },
    startDay,
    1,
    calendar,
  )

describe('a pause', () => {
  test('shifts the due day by exactly the working days stood still', () => {
    const asked = pausedOn(settle('2026-11-23'), wib('2026-11-25', '10.00'), calendar)
    expect(remaining(asked, '2026-12-30', calendar)).toBe(12)
    const back = resumeClock(asked, wib('2026-12-01', '10.00'), calendar)
    expect(stoodStill(back, calendar)).toBe(4)
    expect(back.dueDay).toBe('2026-12-17')
    expect(workingDaysBetween('2026-12-11', back.dueDay, calendar)).toBe(4)
  })

  test('leaves as many days as there were, on the day the answer counts as received', () => {
    const minutes = fc.integer({ min: 0, max: 90 * 24 * 60 })
    void fc.assert(
      fc.property(
        workingDay,
        fc.integer({ min: 1, max: 60 }),
        minutes,
        minutes,
        (day, length, a, b) => {
          const clock = settle(day, length)
          const askedAt = wib(day, '08.00') + a * MINUTE
          const answeredAt = askedAt + b * MINUTE
          const paused = pausedOn(clock, askedAt, calendar)
          const back = resumeClock(paused, answeredAt, calendar)
          const late = isOverdue(clock, dateOf(askedAt, 420))
          const shift = workingDaysBetween(clock.dueDay, back.dueDay, calendar)
          expect(shift).toBe(late ? 0 : stoodStill(back, calendar))
          if (dateOf(askedAt, 420) === dateOf(answeredAt, 420)) {
            expect(back).toEqual(clock)
            return
          }
          expect(isOverdue(back, dayZero(answeredAt, calendar))).toBe(
            isOverdue(clock, dateOf(askedAt, 420)),
          )
        },
      ),
    )
  })

  test('of many moves the due day by exactly the distinct working days on which it stood', () => {
    const minutes = fc.oneof(fc.nat(4 * 60), fc.nat(12 * 24 * 60))
    void fc.assert(
      fc.property(
        workingDay,
        fc.array(fc.tuple(minutes, minutes), { minLength: 1, maxLength: 8 }),
        (day, pauses) => {
          const first = settle(day, 300)
          const stood = new Set<string>()
          let clock = first
          let now = wib(day, '08.00')
          for (const [run, wait] of pauses) {
            const asked = now + run * MINUTE
            now = asked + wait * MINUTE
            clock = resumeClock(pausedOn(clock, asked, calendar), now, calendar)
            if (dateOf(asked, 420) === dateOf(now, 420)) continue
            const until = dayZero(now, calendar)
            for (let d = addDays(dateOf(asked, 420), 1); d <= until; d = addDays(d, 1))
              if (d > day && isWorkingDay(d, calendar)) stood.add(d)
          }
          expect(stoodStill(clock, calendar)).toBe(stood.size)
          expect(workingDaysBetween(first.dueDay, clock.dueDay, calendar)).toBe(stood.size)
        },
      ),
    )
  })

  test('asked again on the evening of the answer counts the next working day once', () => {
    const asked = pausedOn(settle('2026-11-23'), wib('2026-11-25', '10.00'), calendar)
    const back = resumeClock(asked, wib('2026-11-27', '20.00'), calendar)
    expect(stoodStill(back, calendar)).toBe(3)
    expect(back.dueDay).toBe('2026-12-16')
    const again = pausedOn(back, wib('2026-11-27', '21.00'), calendar)
    expect(remaining(again, '2026-12-30', calendar)).toBe(12)
    const told = resumeClock(again, wib('2026-12-01', '10.00'), calendar)
    expect(stoodStill(told, calendar)).toBe(4)
    expect(told.dueDay).toBe('2026-12-17')
  })

  test('does not save a late clock in the hours before the answer counts', () => {
    const paused = pausedOn(settle('2026-11-23'), wib('2026-12-15', '10.00'), calendar)
    const back = resumeClock(paused, wib('2026-12-18', '20.00'), calendar)
    expect(isOverdue(back, '2026-12-18')).toBe(true)
    expect(endClock(back, wib('2026-12-18', '21.00'), calendar).late).toBe(true)
  })

  test('on the same day changes nothing', () => {
    const clock = settle('2026-11-23')
    const paused = pausedOn(clock, wib('2026-11-25', '08.00'), calendar)
    expect(resumeClock(paused, wib('2026-11-25', '22.00'), calendar)).toEqual(clock)
  })

  test('over a weekend alone costs the holder nothing and gives nothing', () => {
    const paused = pausedOn(settle('2026-11-23'), wib('2026-11-27', '10.00'), calendar)
    const back = resumeClock(paused, wib('2026-11-28', '10.00'), calendar)
    expect(remaining(back, '2026-11-30', calendar)).toBe(remaining(paused, '2026-11-28', calendar))
  })

  test('before day 0 gives no day: asked on Saturday, answered on Sunday', () => {
    const clock = settle('2026-11-23', 3)
    const paused = pausedOn(clock, wib('2026-11-21', '10.00'), calendar)
    expect(remaining(paused, '2026-11-21', calendar)).toBe(3)
    expect(resumeClock(paused, wib('2026-11-22', '10.00'), calendar).dueDay).toBe(clock.dueDay)
  })

  test('gives a late clock nothing back: its due day stays', () => {
    const paused = pausedOn(settle('2026-11-23'), wib('2026-12-15', '10.00'), calendar)
    expect(remaining(paused, '2027-01-04', calendar)).toBe(-2)
    expect(isLateOn(paused, '2026-12-11')).toBe(true)
    const back = resumeClock(paused, wib('2026-12-22', '10.00'), calendar)
    expect(back.dueDay).toBe('2026-12-11')
    expect(remaining(back, '2026-12-22', calendar)).toBe(-7)
    expect(stoodStill(back, calendar)).toBe(5)
    expect(isOverdue(back, '2026-12-22')).toBe(true)
  })

  test('does not save a clock that ran out on Friday when the question comes on Saturday', () => {
    const paused = pausedOn(settle('2026-11-23'), wib('2026-12-12', '10.00'), calendar)
    const back = resumeClock(paused, wib('2026-12-13', '10.00'), calendar)
    expect(isOverdue(back, '2026-12-14')).toBe(true)
    expect(endClock(paused, wib('2026-12-13'), calendar).late).toBe(true)
  })

  test('never stops the city’s sixty days', () => {
    const clock = decide('2026-11-23')
    expect(pausedOn(clock, wib('2026-11-25'), calendar)).toBe(clock)
    expect(clock.dueDay).toBe('2027-01-22')
  })
})

describe('a clock never lies', () => {
  test('remaining and used sum to its length; used grows with the days and is never negative', () => {
    void fc.assert(
      fc.property(
        workingDay,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -5, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        (day, length, offset, later, calendarDays) => {
          const clock = startClock(
            {
              kind: 'settle',
              holder: 'agency',
              unit: calendarDays ? 'calendar_day' : 'working_day',
              length,
            },
            day,
            1,
            calendar,
          )
          const today = addDays(day, offset)
          const used = usedDays(clock, today, calendar)
          expect(used + remaining(clock, today, calendar)).toBe(length)
          expect(used).toBeGreaterThanOrEqual(0)
          expect(usedDays(clock, addDays(today, later), calendar)).toBeGreaterThanOrEqual(used)
          expect(isOverdue(clock, today)).toBe(today > clock.dueDay)
          if (offset >= 0 && (calendarDays || isWorkingDay(today, calendar)))
            expect(isOverdue(clock, today)).toBe(remaining(clock, today, calendar) < 0)
        },
      ),
    )
  })

  test('a clock that ended or was taken away changes no more', () => {
    const at = wib('2026-12-20')
    const done = endClock(settle('2026-11-23'), at, calendar)
    expect(done).toMatchObject({ status: 'ended', late: true, endDay: '2026-12-20' })
    const gone = voidClock(settle('2026-11-23'), at, calendar)
    expect(gone).toMatchObject({ status: 'void', late: true })
    for (const clock of [done, gone]) {
      expect(pausedOn(clock, at, calendar)).toBe(clock)
      expect(resumeClock(clock, at, calendar)).toBe(clock)
      expect(endClock(clock, at, calendar)).toBe(clock)
      expect(voidClock(clock, at, calendar)).toBe(clock)
      expect(recomputeClock(clock, calendar, { length: 3 })).toBe(clock)
      expect(isOverdue(clock, '2028-01-01')).toBe(false)
    }
  })

  test('answered at any hour of its due day it is not late', () => {
    expect(endClock(settle('2026-11-23'), wib('2026-12-11', '23.59'), calendar).late).toBe(false)
    expect(endClock(settle('2026-11-23'), wib('2026-12-12', '00.00'), calendar).late).toBe(true)
  })
})

describe('reckoning again', () => {
  test('a change of length counts from the same start and keeps the days stood still', () => {
    const paused = pausedOn(settle('2026-11-23', 60), wib('2026-11-25'), calendar)
    const back = resumeClock(paused, wib('2026-11-27'), calendar)
    expect(recomputeClock(back, calendar, { length: 14 }).dueDay).toBe('2026-12-15')
    const short = recomputeClock(back, calendar, { length: 14 })
    expect(recomputeClock(short, calendar, { length: 60 })).toEqual(back)
  })

  test('a new holiday moves a paused clock’s promise, not its days left', () => {
    const paused = pausedOn(settle('2026-11-23'), wib('2026-11-25'), calendar)
    const amended = aCalendar({ holidays: { ...calendar.holidays, '2026-12-09': 'Pilkada' } })
    const moved = recomputeClock(paused, amended)
    expect(remaining(moved, '2026-12-30', amended)).toBe(12)
    expect(moved.dueDay).toBe('2026-12-14')
  })

  test('a provisional date is fixed when its year is loaded', () => {
    const clock = settle('2027-12-20')
    expect(clock.provisional).toBe(true)
    const loaded = aCalendar({
      lastYear: 2028,
      holidays: { ...calendar.holidays, '2028-01-03': 'Cuti bersama', '2028-01-01': 'Tahun Baru' },
    })
    const fixed = recomputeClock(clock, loaded)
    expect(fixed.provisional).toBe(false)
    expect(workingDaysBetween(clock.dueDay, fixed.dueDay, loaded)).toBe(1)
  })

  test('a clock of an hour’s standing is what it was after pausing at night', () => {
    const clock = settle('2026-11-23')
    const paused = pausedOn(clock, wib('2026-11-25', '22.00'), calendar)
    expect(resumeClock(paused, wib('2026-11-25', '22.00') + HOUR, calendar)).toEqual(clock)
  })
})

test('only an agency has a week of its own', () => {
  const fireBrigade = aCalendar({ everyDayAgencies: [3] })
  const silence = startClock(
    { kind: 'silence', holder: 'reporter', unit: 'working_day', length: 10 },
    '2026-11-24',
    1,
    fireBrigade,
  )
  expect(silence.dueDay).toBe('2026-12-08')
  expect(remaining(silence, '2026-11-30', fireBrigade)).toBe(6)
  expect(recomputeClock(silence, fireBrigade).dueDay).toBe('2026-12-08')
  const own = recomputeClock(settle('2026-11-24'), fireBrigade)
  expect(own.dueDay).toBe('2026-12-08')
  expect(remaining(own, '2026-11-30', fireBrigade)).toBe(8)
  expect(recomputeClock(own, fireBrigade, { agencyId: 4 }).dueDay).toBe('2026-12-14')
})

describe('a clock that was laid aside', () => {
  test('goes on from its own start, and was not asked for the days between', () => {
    const aside = voidClock(settle('2026-11-23'), wib('2026-11-25'), calendar)
    const back = takeBackClock(aside, wib('2026-12-01'), 'archive', calendar)
    expect(back).toMatchObject({ status: 'running', startDay: '2026-11-23', dueDay: '2026-12-17' })
    expect(shortened(back, '2026-12-14', calendar).dueDay).toBe('2026-12-14')
    expect(shortened(back, '2026-11-30', calendar).dueDay).toBe('2026-12-11')
    expect(shortened(back, '2027-01-30', calendar)).toBe(back)
  })

  test('on the same day is what it was', () => {
    const paused = pausedOn(settle('2026-11-23'), wib('2026-11-28', '09.00'))
    const aside = voidClock(paused, wib('2026-11-28', '10.00'), calendar)
    const back = takeBackClock(aside, wib('2026-11-28', '11.00'), 'cluster', calendar)
    expect(back).toEqual(settle('2026-11-23'))
  })

  test('late stays as late as it was', () => {
    const aside = voidClock(settle('2026-11-23'), wib('2026-12-12'), calendar)
    expect(aside).toMatchObject({ status: 'void', late: true })
    const back = takeBackClock(aside, wib('2026-12-18'), 'cluster', calendar)
    expect(back.dueDay).toBe('2026-12-11')
    expect(isOverdue(back, '2026-12-18')).toBe(true)
  })
})
