import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/time/time.ts'
import { readDate } from '../../../src/domain/time/typed-date.ts'
import { runs } from '../../support/rounds.ts'

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026/11/24', '2026-11-24'],
  ['2026-11-24T08:15', '2026-11-24'],
  ['24/11/2026', '2026-11-24'],
  ['24-11-26', '2026-11-24'],
  ['24.11.2026', '2026-11-24'],
  ['24 – 11 – 2026', '2026-11-24'],
  ['4/1/2026', '2026-01-04'],
  ['11/24/2026', '2026-11-24'],
  ['２４／１１／２０２６', '2026-11-24'],
  ['24 November 2026', '2026-11-24'],
  ['Selasa, 24 November 2026', '2026-11-24'],
  ['tgl. 24 nopember 2026', '2026-11-24'],
  ['24 Nov 26', '2026-11-24'],
  ['24-Agu-2026', '2026-08-24'],
  ['24 Agustus 2026', '2026-08-24'],
  ['November 24, 2026', '2026-11-24'],
  ['30/02/2026', null],
  ['24/11', null],
  ['24 November', null],
  ['2026', null],
  ['kemarin sore', null],
  ['24/11/2026 atau 25/11/2026', null],
  ['24/11/20266', null],
  ['99999999999', null],
  ['', null],
])('a day written "%s"', (typed, day) => {
  expect(readDate(typed)).toBe(day)
})

const LONG = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' })
const MEDIUM = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeZone: 'UTC' })
const ENGLISH = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

test('every day is read in every common spelling', () => {
  void fc.assert(
    fc.property(fc.nat(36_000), (days) => {
      const day = addDays('2000-01-01', days)
      const [year, month, date] = day.split('-').map(Number) as [number, number, number]
      const at = new Date(day)
      for (const typed of [
        day,
        `${date}/${month}/${year}`,
        `${date}-${month}-${String(year).slice(2)}`,
        ...[LONG, MEDIUM, ENGLISH].map((format) => format.format(at)),
      ])
        expect(readDate(typed), typed).toBe(day)
    }),
    { numRuns: runs(300) },
  )
})
