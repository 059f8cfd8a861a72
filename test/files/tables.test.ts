import { expect, test } from 'vitest'
import { readDays } from '../../src/domain/city/calendar-days.ts'
import { readCsv } from '../../src/files/csv.ts'
import { readIcs } from '../../src/files/ics.ts'

const csv = (text: string) => readCsv(new TextEncoder().encode(text))
const event = (lines: string) => `BEGIN:VEVENT\nSUMMARY:Libur\n${lines}\nEND:VEVENT\n`

test('an iCalendar has whole days, each under its names, without what is called off or has an hour', () => {
  const text = [
    'BEGIN:VCALENDAR\n',
    event('DTSTART;VALUE=DATE:20270101'),
    'BEGIN:VEVENT\nDTSTART:20270208\nDTEND:20270210\nSUMMARY:Imlek\\, tahun\n  baru\nEND:VEVENT\n',
    event('DTSTART:20270209'),
    event('DTSTART:20270301T080000Z'),
    event('DTSTART:20270302\nSTATUS:CANCELLED'),
  ].join('')
  expect(readIcs(text)).toEqual([
    { day: '2027-01-01', name: 'Libur' },
    { day: '2027-02-08', name: 'Imlek, tahun baru' },
    { day: '2027-02-09', name: 'Imlek, tahun baru / Libur' },
  ])
})

/** Each was slow by the square, or kept all that it passed over. */
test.each<[string, () => number, number]>([
  [
    'events of the same days',
    () =>
      readIcs(`BEGIN:VCALENDAR\n${event('DTSTART:20270101\nDTEND:20270120').repeat(20_000)}`)
        .length,
    14,
  ],
  ['a line without a colon', () => readIcs(`BEGIN:VCALENDAR\n${'a;'.repeat(100_000)}`).length, 0],
  [
    'different days',
    () => readDays(Array.from({ length: 12_000 }, (_, i) => dayAfter(i)).join('\n')).days.length,
    12_000,
  ],
])('a file of many %s is read in a moment', { timeout: 2_500 }, (_, read, found) => {
  expect(read()).toBe(found)
})

function dayAfter(days: number): string {
  return `${new Date(days * 86_400_000).toISOString().slice(0, 10)}; Libur`
}

test('of a table no more is kept than there is room for', () => {
  const rows = (n: number) => `nama;kode\n${'a;b\n'.repeat(n)}`
  expect(csv(rows(5_000))).toMatchObject({ ok: true })
  expect(csv(rows(5_001))).toEqual({ ok: false, fault: 'long' })
  expect(csv(`${rows(1)}${';\n'.repeat(50_000)}c;d\n`)).toMatchObject({
    ok: true,
    table: { rows: [{ n: 2 }, { n: 50_003, cells: ['c', 'd'] }] },
  })
  expect(csv('\n'.repeat(200_000))).toEqual({ ok: false, fault: 'long' })
  expect(csv(`nama;kode\n${';'.repeat(200)}\n`)).toEqual({ ok: false, fault: 'wide' })
})
