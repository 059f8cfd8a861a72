import { afterEach, describe, expect, test } from 'vitest'
import {
  clockTime,
  fileSize,
  list,
  longDate,
  longMoment,
  moment,
  monthYear,
  number,
  shortDate,
  tellTimeOf,
  wallTime,
  workingDays,
  zoneName,
} from '../../src/words/format.ts'
import { wib } from '../support/builders.ts'

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
  afterEach(() => tellTimeOf(420))

  test.each([
    [420, '23.30 WIB', '31 Desember 2026'],
    [480, '00.30 WITA', '1 Januari 2027'],
    [540, '01.30 WIT', '1 Januari 2027'],
  ])('%i minutes ahead of UTC: %s on %s', (offset, time, day) => {
    const at = wib('2026-12-31', '23.30')
    tellTimeOf(offset)
    expect(clockTime(at)).toBe(time)
    expect(moment(at)).toBe(`${day}, ${time}`)
  })

  test('an offset that is none of the three says itself', () => {
    expect([zoneName(330), zoneName(-60)]).toEqual(['UTC+5.5', 'UTC−1'])
  })
})
