import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calendarSql, readYear, workingDaysOf } from '../../scripts/calendar-sql.ts'
import { demoCity } from '../../seed/demo-city.ts'
import { calendar } from '../../src/domain/city/sheets/calendar.ts'

const decreed = JSON.parse(readFileSync('seed/data/holidays-2026-2027.json', 'utf8'))
const of = (year: number) =>
  JSON.stringify({
    source: decreed.source,
    holidays: decreed.holidays.filter((h: { date: string }) => h.date.startsWith(`${year}`)),
  })

test('the working days of a decreed year are the ones published', () => {
  for (const year of [2026, 2027])
    expect(workingDaysOf(readYear(year, of(year)))).toBe(
      decreed.expected[year].working_days_mon_fri,
    )
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

const standing = (city = demoCity()) => ({
  ...{ version: 7, json: JSON.stringify(city), lastHash: null },
})

test('an amendment says what changed, asks for the dates and stands on record', async () => {
  const decree = readYear(2027, of(2027))
  const same = await calendarSql(decree, standing(), 0)
  expect(same).toMatchObject({ added: [], removed: [] })
  expect(same.statements.join()).not.toContain('job:recompute')
  const city = demoCity()
  const [known] = calendar.rows(city).filter(({ id }) => id === 2027)
  const [first, ...rest] = known?.days ?? []
  const extra = { day: '2027-12-27', name: 'Libur', kind: 'cuti_bersama' } as const
  const other = calendar.put(city, { ...decree, days: [...rest, extra] })
  const amended = await calendarSql(decree, standing(other), 0)
  expect(amended.added).toEqual([first?.day])
  expect(amended.removed).toEqual(['2027-12-27'])
  expect(amended.statements.join()).toContain('job:recompute')
  expect(amended.statements[0]).toContain('city_change')
  expect(calendar.rows(amended.after)).toEqual(calendar.rows(city))
})

test('a year that leaves one out between is refused: nobody would know its days off', async () => {
  const late = readYear(2029, of(2027).replaceAll('2027-', '2029-'))
  await expect(calendarSql(late, standing(), 0)).rejects.toThrow('years between')
})
