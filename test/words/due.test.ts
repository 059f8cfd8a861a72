import { expect, test } from 'vitest'
import { type Due, daysLeft, dueNow } from '../../src/domain/time/due.ts'
import { aCalendar, aComplaint, accepted, aFiling, officer, wib } from '../support/builders.ts'
import { t } from '../support/words.ts'

const calendar = aCalendar()
const inProgress = aComplaint({ state: 'in_progress', at: wib('2026-11-20', '09.00') })

const wordsOn = (today: string, c = inProgress) =>
  t.dueWords(dueNow(c), daysLeft(c, today, calendar), today)

test('a date that is far off is named with the days left', () => {
  expect(wordsOn('2026-11-24')).toMatchObject({
    tone: 'calm',
    main: 'Tenggat Kamis, 10 Desember 2026',
    detail: 'Sisa 12 hari kerja',
    brief: '10 Desember',
  })
})

test('tomorrow and today are said so', () => {
  expect(wordsOn('2026-12-09')).toMatchObject({ tone: 'soon', brief: 'besok' })
  expect(wordsOn('2026-12-10')).toMatchObject({
    tone: 'soon',
    main: 'Tenggat hari ini, Kamis, 10 Desember 2026',
    detail: '',
    brief: 'hari ini',
  })
})

test('the working day after a weekend is not tomorrow', () => {
  const monday = aComplaint({ state: 'in_progress', at: wib('2026-11-24', '09.00') })
  expect(wordsOn('2026-12-11', monday)).toMatchObject({
    main: 'Tenggat Senin, 14 Desember 2026',
    brief: '14 Desember',
  })
  expect(wordsOn('2026-12-13', monday)).toMatchObject({ brief: 'besok' })
})

test('a date that has passed counts working days, and knows weekends', () => {
  expect(wordsOn('2026-12-15')).toMatchObject({
    tone: 'late',
    sign: '!',
    detail: 'lewat 3 hari kerja',
    brief: 'lewat sejak 10 Desember',
  })
  const friday = aComplaint({ state: 'in_progress', at: wib('2026-11-23', '09.00') })
  expect(wordsOn('2026-12-12', friday)).toMatchObject({ tone: 'late', detail: 'sudah lewat' })
})

test('a list says the day, in whichever unit the case counts', () => {
  const briefOf = (unit: 'working_day' | 'calendar_day', day: string) => {
    const clock = { unit, holder: 'agency' } as const
    return t.dueWords({ kind: 'due', clock, day, provisional: false }, -9, '2026-12-15').brief
  }
  for (const day of ['2026-12-10', '2026-12-20'])
    expect(briefOf('calendar_day', day)).toBe(briefOf('working_day', day))
  expect(briefOf('calendar_day', '2026-12-01')).toBe('lewat sejak 1 Desember')
  expect(briefOf('calendar_day', '2025-12-01')).toMatch(/^lewat sejak 1 Des\w* 2025$/)
})

test('a clock that stands still has its cause, what is left, and the day that ends it all the same', () => {
  const asked = accepted(
    inProgress,
    { name: 'ask', text: 'Di sebelah mana lubangnya?' },
    { now: wib('2026-11-24', '10.00'), actor: officer },
  )
  expect(wordsOn('2026-11-26', asked)).toMatchObject({
    tone: 'wait',
    main: 'Jam OPD berhenti sejak 24 November, menunggu jawaban pelapor',
    detail: 'Sisa 12 hari kerja. Batas akhir 19 Januari 2027',
    brief: 'menunggu pelapor',
  })
  const toReporter = t.dueWords(dueNow(asked), 12, '2026-11-26', 'you')
  expect(toReporter.main).toBe('Jam OPD berhenti sejak 24 November, menunggu jawaban Anda')
  expect(wordsOn('2027-01-20', asked)).toMatchObject({
    tone: 'late',
    sign: '!',
    detail: 'Sisa 12 hari kerja. Batas akhir 19 Januari 2027 sudah lewat',
    brief: 'lewat batas akhir',
  })
})

test('a date in a year without a decree is called an estimate', () => {
  const filed = accepted(null, aFiling(), { now: wib('2027-12-30', '09.00') })
  const words = wordsOn('2027-12-30', filed)
  expect(words.main).toMatch(/\(perkiraan, menunggu kalender resmi 2028\)$/)
})

test('where no clock runs nothing is said', () => {
  const none: Due = { kind: 'none' }
  expect(t.dueWords(none, null, '2026-11-24')).toMatchObject({ tone: 'none', main: '', brief: '' })
})
