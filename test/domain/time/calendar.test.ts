import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCalendarDays,
  addWorkingDays,
  BeforeCalendarError,
  dayZero,
  endOfWorkingWeek,
  isProvisional,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBefore,
  workingDaysBetween,
} from '../../../src/domain/time/calendar.ts'
import { addDays, dateOf, daysBetween, isIsoDate, weekday } from '../../../src/domain/time/time.ts'
import { aCalendar, decreed, MINUTE, wib } from '../../support/builders.ts'

const calendar = aCalendar()
const someDay = fc.integer({ min: 0, max: 729 }).map((n) => addDays('2026-01-01', n))
const someLength = fc.integer({ min: 1, max: 60 })

describe('the decreed years', () => {
  test.each([
    [2026, 240],
    [2027, 242],
  ] as const)('%i has %i working days', (year, expected) => {
    expect(
      workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, aCalendar({ firstYear: 2025 })),
    ).toBe(expected)
    expect(decreed.expected[`${year}`].working_days_mon_fri).toBe(expected)
  })

  test('every cuti bersama on a weekday stops work, and has its name', () => {
    const cuti = decreed.holidays.filter((h) => h.kind === 'cuti_bersama')
    expect(cuti).toHaveLength(16)
    for (const { date, name } of cuti) {
      expect([date, isWorkingDay(date, calendar)]).toEqual([date, false])
      expect(calendar.holidays[date]).toBe(name)
    }
  })

  test('a unit that works every day has no holidays and no provisional days', () => {
    const hospital = aCalendar({ everyDay: true })
    expect(isWorkingDay('2026-12-25', hospital)).toBe(true)
    expect(addWorkingDays('2027-12-30', 5, hospital)).toEqual({
      day: '2028-01-04',
      provisional: false,
    })
  })
})

describe('day 0', () => {
  test.each([
    ['Sunday', '2026-11-22', '11.00', '2026-11-23'],
    ['before the office opens', '2026-11-24', '03.10', '2026-11-24'],
    ['in office hours', '2026-11-24', '15.59', '2026-11-24'],
    ['in the minute when the office closes', '2026-11-24', '16.00', '2026-11-24'],
    ['a minute later', '2026-11-24', '16.01', '2026-11-25'],
    ['Friday evening', '2026-11-27', '21.00', '2026-11-30'],
    ['the evening before a long holiday', '2026-03-17', '16.01', '2026-03-25'],
    ['a cuti bersama in office hours', '2026-12-24', '10.00', '2026-12-28'],
    ['the last evening of the year', '2026-12-31', '23.59', '2027-01-04'],
    ['midnight in Dumai, still yesterday in UTC', '2026-11-24', '00.00', '2026-11-24'],
  ])('%s', (_name, day, time, expected) => {
    expect(dayZero(wib(day, time), calendar)).toBe(expected)
  })

  test('is a working day, never before the day of receipt, and never goes back in time', () => {
    const minutes = fc.integer({ min: 0, max: 720 * 24 * 60 })
    void fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map(
          (m) => wib('2026-01-01', '00.00') + m * MINUTE,
        ) as [number, number]
        const zero = dayZero(first, calendar)
        expect(isWorkingDay(zero, calendar)).toBe(true)
        expect(zero >= dateOf(first, 420)).toBe(true)
        expect(zero <= dayZero(second, calendar)).toBe(true)
      }),
    )
  })
})

test.each([
  ['a Monday', '2026-11-23', '09.00', '2026-11-29'],
  ['a Friday within office hours', '2026-11-27', '10.00', '2026-11-29'],
  ['a Friday evening', '2026-11-27', '20.00', '2026-12-06'],
  ['a Saturday', '2026-11-28', '09.00', '2026-12-06'],
  ['a Sunday', '2026-11-29', '09.00', '2026-12-06'],
  ['a Wednesday before two days off', '2026-12-23', '20.00', '2027-01-03'],
])('the week that is worked in next, seen on %s', (_, day, time, expected) => {
  expect(endOfWorkingWeek(wib(day, time), calendar)).toBe(expected)
})

describe('working days', () => {
  test('adding and counting are each other’s inverse', () => {
    void fc.assert(
      fc.property(someDay, someLength, (from, n) => {
        const { day } = addWorkingDays(from, n, calendar)
        expect(isWorkingDay(day, calendar)).toBe(true)
        expect(workingDaysBetween(from, day, calendar)).toBe(n)
        expect(workingDaysBetween(day, from, calendar)).toBe(-n)
      }),
    )
  })

  test('counts over two stretches add up', () => {
    void fc.assert(
      fc.property(someDay, someDay, someDay, (a, b, c) => {
        const sum = workingDaysBetween(a, b, calendar) + workingDaysBetween(b, c, calendar)
        expect(sum).toBe(workingDaysBetween(a, c, calendar))
      }),
    )
  })

  test('no days from a holiday is the next working day', () => {
    expect(addWorkingDays('2026-12-24', 0, calendar).day).toBe('2026-12-28')
    expect(workingDayOnOrAfter('2026-12-23', calendar)).toBe('2026-12-23')
  })

  test('a year end is crossed over both holidays and the weekend', () => {
    expect(addWorkingDays('2026-12-23', 5, calendar).day).toBe('2027-01-04')
  })
})

/** Day by day, as nobody should have to. */
const walked = (from: string, n: number, cal = calendar): string => {
  let day = from
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, cal)) left -= 1
  }
  return day
}

describe('the table of sums', () => {
  const anyDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))

  test('counts what walking from day to day counts, also far beyond the decree', () => {
    void fc.assert(
      fc.property(anyDay, someLength, (from, n) => {
        const to = addWorkingDays(from, n, calendar).day
        expect(to).toBe(walked(from, n))
        const back = workingDaysBefore(from, n, aCalendar({ firstYear: 2025 }))
        if (back >= '2026-01-01')
          expect(workingDaysBetween(back, from, calendar)).toBe(
            isWorkingDay(from, calendar) ? n : n - 1,
          )
        expect(workingDayOnOrBefore(from, calendar) <= from).toBe(true)
      }),
    )
  })

  test('is another one for another decree and another last year', () => {
    const amended = aCalendar({ holidays: { ...calendar.holidays, '2026-12-09': 'Pilkada' } })
    expect(addWorkingDays('2026-12-08', 1, calendar).day).toBe('2026-12-09')
    expect(addWorkingDays('2026-12-08', 1, amended).day).toBe('2026-12-10')
    const shorter = { ...amended, lastYear: 2026 }
    expect(addWorkingDays('2027-03-08', 1, amended).day).toBe(walked('2027-03-08', 1, amended))
    expect(addWorkingDays('2027-03-08', 1, shorter).day).toBe('2027-03-09')
  })

  test('reads a decree once, however many days are reckoned', () => {
    let asked = 0
    const holidays = new Proxy(
      { ...calendar.holidays },
      {
        get: (days, day) => {
          asked += 1
          return Reflect.get(days, day)
        },
      },
    )
    const counted = aCalendar({ holidays })
    const reckon = () => {
      for (let n = 1; n < 60; n++) addWorkingDays('2026-03-02', n, counted)
    }
    reckon()
    const once = asked
    reckon()
    expect(asked).toBe(once)
    expect(once).toBeLessThan(800)
  })
})

describe('beyond the decree', () => {
  test('a date in 2028 is provisional and reckoned with weekends and fixed holidays only', () => {
    expect(addWorkingDays('2027-12-31', 1, calendar)).toEqual({
      day: '2028-01-03',
      provisional: true,
    })
    expect(isWorkingDay('2028-05-01', calendar)).toBe(false)
    expect(isWorkingDay('2028-08-17', calendar)).toBe(false)
    expect(isWorkingDay('2028-12-25', calendar)).toBe(false)
    expect(isWorkingDay('2028-06-01', calendar)).toBe(false)
    expect(isWorkingDay('2028-01-26', calendar)).toBe(true)
  })

  test('it never fails, however far ahead, and is provisional exactly beyond the last year', () => {
    const farDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2026-01-01', n))
    void fc.assert(
      fc.property(farDay, someLength, (from, n) => {
        const due = addWorkingDays(from, n, calendar)
        expect(due.provisional).toBe(due.day > '2027-12-31')
        expect(isProvisional(due.day, calendar)).toBe(due.provisional)
      }),
    )
  })

  test('calendar days are never provisional', () => {
    expect(addCalendarDays('2027-12-20', 60)).toEqual({ day: '2028-02-18', provisional: false })
  })

  test('nothing starts before the first loaded year', () => {
    expect(() => dayZero(wib('2025-12-31', '10.00'), calendar)).toThrow(BeforeCalendarError)
    expect(() => addWorkingDays('2025-12-30', 1, calendar)).toThrow(BeforeCalendarError)
    expect(() => workingDaysBetween('2025-12-01', '2025-12-30', calendar)).toThrow(
      BeforeCalendarError,
    )
  })
})

describe('calendar days', () => {
  test('a day that does not exist is no date', () => {
    expect(isIsoDate('2026-02-28')).toBe(true)
    expect(isIsoDate('2028-02-29')).toBe(true)
    for (const bad of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-02-28T00:00'])
      expect([bad, isIsoDate(bad)]).toEqual([bad, false])
  })

  test('adding days moves the weekday with them', () => {
    void fc.assert(
      fc.property(someDay, fc.integer({ min: -700, max: 700 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(weekday(addDays(day, n))).toBe((((weekday(day) + n) % 7) + 7) % 7)
      }),
    )
  })
})
