import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ELEMENTS } from '../../../src/domain/figures/ikm.ts'
import {
  addSums,
  isShown,
  LEAST_SHOWN,
  PROFILE,
  PROFILE_NAMES,
  type SurveyAnswer,
  saidBy,
  sumsOf,
} from '../../../src/domain/figures/survey.ts'
import {
  isOpenOn,
  quarterOf,
  surveyPeriod,
  surveyPeriods,
} from '../../../src/domain/figures/survey-period.ts'
import { lowestOf, resultsOf } from '../../../src/domain/figures/survey-results.ts'

const said = fc.record(
  Object.fromEntries(
    PROFILE_NAMES.map((name) => [name, fc.constantFrom<string | null>(null, ...PROFILE[name])]),
  ) as Record<keyof typeof PROFILE, fc.Arbitrary<string | null>>,
)
const answers: fc.Arbitrary<SurveyAnswer[]> = fc.array(
  fc.record({
    scores: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }),
    profile: said,
    suggestion: fc.constant(null),
  }),
  { maxLength: 30 },
)

describe('sums of answers', () => {
  test('are what counting them one by one comes to', () => {
    void fc.assert(
      fc.property(answers, (all) => {
        const sums = addSums(all.map(sumsOf))
        expect(sums.respondents).toBe(all.length)
        for (const i of ELEMENTS.keys())
          expect(sums.sums[i]).toBe(all.reduce((sum, { scores }) => sum + (scores[i] ?? 0), 0))
        for (const name of PROFILE_NAMES)
          for (const value of PROFILE[name])
            expect(saidBy(sums, name, value)).toBe(
              all.filter(({ profile }) => profile[name] === value).length,
            )
      }),
    )
  })

  test('of parts are those of the whole', () => {
    void fc.assert(
      fc.property(answers, answers, (a, b) => {
        const parts = [addSums(a.map(sumsOf)), addSums(b.map(sumsOf))]
        expect(addSums(parts)).toEqual(addSums([...a, ...b].map(sumsOf)))
      }),
    )
  })

  test('are told from ten respondents on', () => {
    const one = { respondents: 1, sums: Array(9).fill(3), profile: {} }
    const of = (n: number) => resultsOf(Array(n).fill(one))
    expect(LEAST_SHOWN).toBe(10)
    expect(of(9).ikm).toBeNull()
    expect(of(9).sums.respondents).toBe(9)
    expect(of(10).ikm?.value).toBe(75)
    expect(isShown(of(0).sums)).toBe(false)
  })

  test('name the worst element, the first of several', () => {
    expect(lowestOf([3, 2, 4, 2])).toBe(1)
  })
})

describe('periods', () => {
  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-12-31', '2026-Q4'],
  ])('%s is counted in %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter)
  })

  test('a half and a year are made of quarters', () => {
    expect(surveyPeriod('2026-S2')?.quarters).toEqual(['2026-Q3', '2026-Q4'])
    expect(surveyPeriod('2026-T2')?.quarters).toEqual(['2026-Q2'])
    expect(surveyPeriod('2026')?.quarters).toHaveLength(4)
    for (const odd of ['', '2026-T5', '2026-S3', '26', '2026-T1 ', 'x', '2026-S'])
      expect(surveyPeriod(odd)).toBeNull()
  })

  test('are offered once they have begun, and are open until they end', () => {
    const names = surveyPeriods('2026-05-02').map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['2026', '2026-S1', '2026-T2', '2024-T4']))
    expect(names).not.toContain('2026-T3')
    expect(names).not.toContain('2026-S2')
    const half = surveyPeriod('2026-S1')
    expect(half && isOpenOn(half, '2026-06-30')).toBe(true)
    expect(half && isOpenOn(half, '2026-07-01')).toBe(false)
  })
})
