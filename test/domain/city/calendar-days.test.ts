import { expect, test } from 'vitest'
import seeded from '../../../seed/data/holidays-2026-2027.json' with { type: 'json' }
import {
  type Holiday,
  joinsYears,
  readDayCells,
  readDays,
  workingDaysIn,
  writtenDays,
} from '../../../src/domain/city/calendar-days.ts'

test.each([
  ['1/1/2027; Tahun Baru; libur nasional', '2027-01-01', 'libur_nasional'],
  ['2027-01-01\tTahun Baru', '2027-01-01', 'libur_nasional'],
  ['Jumat, 1 Januari 2027 | Tahun Baru | Libur', '2027-01-01', 'libur_nasional'],
  ['24-12-2027; Cuti bersama Natal;', '2027-12-24', 'cuti_bersama'],
  ['24 Des 2027; Natal; CUTI_BERSAMA', '2027-12-24', 'cuti_bersama'],
])('a day as people write it: %j', (line, day, kind) => {
  expect(readDays(line)).toMatchObject({ days: [{ day, kind }], faults: [] })
})

test('columns stand where their names say, whatever else a sheet has', () => {
  const rows = [
    ['No', 'Keterangan', 'Tanggal', 'Jenis'],
    ['1', 'Tahun Baru', '1/1/2027', 'libur nasional'],
    ['', '', '', ''],
    ['2', 'Imlek', 'besok', ''],
  ]
  expect(readDayCells(rows)).toEqual({
    days: [{ day: '2027-01-01', name: 'Tahun Baru', kind: 'libur_nasional' }],
    faults: [{ line: 4, what: 'no_date' }],
  })
})

test('what is written is read again as it was, and has the working days that were decreed', () => {
  for (const year of [2026, 2027] as const) {
    const days = seeded.holidays
      .filter(({ date }) => date.startsWith(String(year)))
      .map(({ date, name, kind }) => ({ day: date, name, kind }) as Holiday)
    expect(readDays(writtenDays(days))).toEqual({ days, faults: [] })
    expect(workingDaysIn(year, days)).toBe(seeded.expected[year].working_days_mon_fri)
  }
})

test('years follow one another', () => {
  expect(joinsYears(2030, [])).toBe(true)
  expect([2025, 2026, 2028, 2029].map((year) => joinsYears(year, [2026, 2027]))).toEqual([
    ...[true, true, true, false],
  ])
})
