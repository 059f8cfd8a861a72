import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../src/words/words.ts'
import { wib } from '../support/builders.ts'
import { t } from '../support/words.ts'

const { clockTime, fileSize, list, longDate, longMoment, moment } = t
const { monthYear, number, shortDate, wallTime, workingDays } = t

describe('dates and hours', () => {
  test('a day is written out in Indonesian', () => {
    expect(longDate('2026-11-24')).toBe('Selasa, 24 November 2026')
    expect(longDate('2028-02-29')).toBe('Selasa, 29 Februari 2028')
    expect(shortDate('2026-08-01')).toBe('1 Agustus')
    expect(monthYear('2026-05')).toBe('Mei 2026')
  })

  test('an instant is told in WIB with a point between hour and minute', () => {
    expect(clockTime(wib('2026-11-24', '14.30'))).toBe('14.30 WIB')
    expect(longMoment(wib('2026-11-24', '00.05'))).toBe('Selasa, 24 November 2026, 00.05 WIB')
    expect(moment(wib('2026-12-31', '23.59'))).toBe('31 Desember 2026, 23.59 WIB')
    expect(wallTime(450)).toBe('07.30')
  })
})

describe('numbers', () => {
  test.each([
    [1234.5, '1.234,5'],
    [0, '0'],
    [-0.04, '0'],
    [-3, '−3'],
    [999.96, '1.000'],
    [1_000_000, '1.000.000'],
    [4.25, '4,3'],
    [12, '12'],
  ])('%d is %s', (n, text) => {
    expect(number(n)).toBe(text)
  })

  test.each([
    [12, '12 byte'],
    [999, '999 byte'],
    [118_000, '118 kB'],
    [999_600, '1 MB'],
    [2_100_000, '2,1 MB'],
    [5_000_000, '5 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text)
  })

  test('days and lists of words', () => {
    expect(workingDays(14)).toBe('14 hari kerja')
    expect(list(['jalan'])).toBe('jalan')
    expect(list(['jalan', 'parit'])).toBe('jalan dan parit')
    expect(list(['jalan', 'parit', 'lampu'])).toBe('jalan, parit, dan lampu')
  })
})

describe("the city's own zone", () => {
  test.each([
    [420, '23.30 WIB', '31 Desember 2026'],
    [480, '00.30 WITA', '1 Januari 2027'],
    [540, '01.30 WIT', '1 Januari 2027'],
  ])('%i minutes ahead of UTC: %s on %s', (offset, time, day) => {
    const at = wib('2026-12-31', '23.30')
    const there = wordsFor('id', offset)
    expect(there.clockTime(at)).toBe(time)
    expect(there.moment(at)).toBe(`${day}, ${time}`)
  })

  test('an offset that is none of the three says itself', () => {
    expect([wordsFor('id', 330).zone, wordsFor('id', -60).zone]).toEqual(['UTC+5.5', 'UTC−1'])
  })
})

test('two cities are told their own time side by side', () => {
  const at = wib('2026-12-31', '23.30')
  const [west, east] = [wordsFor('id', 420), wordsFor('id', 540)]
  expect([west.clockTime(at), east.clockTime(at), west.clockTime(at)]).toEqual([
    '23.30 WIB',
    '01.30 WIT',
    '23.30 WIB',
  ])
})

describe('in English', () => {
  const en = wordsFor('en', 420)
  const at = wib('2026-11-24', '14.30')

  test('a day has no comma, and hours a colon', () => {
    expect(en.longDate('2026-11-24')).toBe('Tuesday 24 November 2026')
    expect(en.clockTime(at)).toBe('14:30 WIB')
    expect(en.longMoment(at)).toBe('Tuesday 24 November 2026, 14:30 WIB')
    expect([en.shortDate('2026-08-01'), en.monthYear('2026-05')]).toEqual(['1 August', 'May 2026'])
  })

  test('numbers, sizes, days and lists are written as there', () => {
    expect([en.number(1234.5), en.number(-3), en.fileSize(2_100_000)]).toEqual([
      '1,234.5',
      '−3',
      '2.1 MB',
    ])
    expect([en.fileSize(1), en.fileSize(12)]).toEqual(['1 byte', '12 bytes'])
    expect([en.workingDays(1), en.workingDays(14), en.calendarDays(2)]).toEqual([
      '1 working day',
      '14 working days',
      '2 days',
    ])
    expect(en.list(['roads', 'drains', 'lamps'])).toBe('roads, drains and lamps')
  })
})
