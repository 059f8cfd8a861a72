import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { amended, type ClockRow, movesBy } from '../../scripts/calendar-moves.ts'
import { calendarSql, readYear } from '../../scripts/calendar-sql.ts'
import type { Pause } from '../../src/domain/time/pauses.ts'

const decreed = JSON.parse(readFileSync('seed/data/holidays-2026-2027.json', 'utf8'))
const of = (year: number) =>
  JSON.stringify({
    source: decreed.source,
    holidays: decreed.holidays.filter((h: { date: string }) => h.date.startsWith(`${year}`)),
  })

test('the working days of a decreed year are the ones published', () => {
  expect(readYear(2026, of(2026)).workingDays).toBe(240)
  expect(readYear(2027, of(2027)).workingDays).toBe(242)
})

test('a day of another year, a day twice, an unknown kind and a short list are refused', () => {
  const change = (
    work: (file: { source?: string; holidays: Record<string, string>[] }) => void,
  ) => {
    const file = JSON.parse(of(2027))
    work(file)
    return () => readYear(2027, JSON.stringify(file))
  }
  expect(change((f) => f.holidays.push({ ...f.holidays[0], date: '2028-01-01' }))).toThrow(
    'no day of',
  )
  expect(change((f) => f.holidays.push({ ...f.holidays[0] }))).toThrow('twice')
  expect(change((f) => Object.assign(f.holidays[0] ?? {}, { kind: 'libur' }))).toThrow('kind')
  expect(change((f) => f.holidays.splice(3))).toThrow('at least ten')
  expect(change((f) => delete f.source)).toThrow('source')
})

test('an amendment says what changed, and asks for the clocks from there on', () => {
  const decree = readYear(2027, of(2027))
  const known = decree.holidays.map(({ date }) => date)
  expect(calendarSql(decree, known)).toMatchObject({ added: [], removed: [], firstChanged: null })
  const amended = calendarSql(decree, [...known.slice(1), '2027-12-27'])
  expect(amended.added).toEqual([known[0]])
  expect(amended.removed).toEqual(['2027-12-27'])
  expect(amended.statements.join()).toContain('job:recompute')
})

const clockRow = (over: Partial<ClockRow> = {}): ClockRow => ({
  ...{ reference: 'DMI-7K4Q-2M9X', kind: 'settle', unit: 'working_day', length: 14 },
  ...{ holder: 'agency', since: '2026-12-21', dueDay: '2027-01-14', status: 'running' },
  ...{ pauses: '[]', everyDay: 0, ...over },
})

test('names the due days that move, from when to when, as the job will reckon them', () => {
  const decree = readYear(2027, of(2027))
  const days = decreed.holidays.map((h: { date: string }) => h.date)
  const known = { days, years: [2026, 2027] }
  const hours = { office: [450, 960] as const, offset: 420 }
  expect(movesBy(amended(known, decree, hours), [clockRow()])).toEqual([])
  const more = { ...decree, holidays: [...decree.holidays] }
  more.holidays.push({ date: '2027-01-06', name: 'Cuti bersama', kind: 'cuti_bersama' })
  const asked: Pause = { from: '2026-12-29', to: null, cause: 'agency', agencyId: 3 }
  const moved = movesBy(amended(known, more, hours), [
    clockRow(),
    clockRow({ status: 'paused', pauses: JSON.stringify([asked]) }),
    clockRow({ dueDay: '2027-01-04', everyDay: 1 }),
  ])
  const move = { ...{ reference: 'DMI-7K4Q-2M9X', kind: 'settle' }, from: '2027-01-14' }
  expect(moved).toEqual([
    { ...move, to: '2027-01-15' },
    { ...move, to: '2027-01-15' },
  ])
})
