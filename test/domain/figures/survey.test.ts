import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ELEMENTS } from '../../../src/domain/figures/ikm.ts'
import {
  addSums,
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
import {
  agencyResults,
  lowestOf,
  serviceResults,
} from '../../../src/domain/figures/survey-results.ts'

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

  test('name the worst element, the first of several', () => {
    expect(lowestOf([3, 2, 4, 2])).toBe(1)
  })
})

describe('what is told', () => {
  const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']
  const PERIODS = surveyPeriods('2025-12-31', '2025-Q1')
  /** So many sheets of one quarter and one place, which can be told from all others. */
  const cell = (place: string, quarter: string, n: number) => ({
    respondents: n,
    sums: Array(9).fill(3 * n),
    profile: { [`${place} ${quarter}`]: n },
  })
  const city = fc
    .array(fc.constantFrom(0, 1, 4, 9, 10, 11, 15, 30), { minLength: 12, maxLength: 12 })
    .map((numbers) => {
      const of = (place: string, from: number) =>
        QUARTERS.map((one, i) => [one, cell(place, one, numbers[from + i] ?? 0)] as const)
      const all = [of('loket', 0), of('a', 4), of('b', 8)]
      const agency = QUARTERS.map(
        (one, i) => [one, addSums(all.flatMap((cells) => cells[i]?.[1] ?? []))] as const,
      )
      const services = { 'service:a': new Map(all[1]), 'service:b': new Map(all[2]) }
      return { agency: new Map(agency), services: new Map(Object.entries(services)) }
    })
  type Together = Parameters<typeof agencyResults>[0]
  const toldOn = (together: Together, today: string) =>
    PERIODS.flatMap((period) => [
      agencyResults(together, period, today),
      ...[...together.services.keys()].map((one) => serviceResults(together, one, period, today)),
    ])
  const cellsOf = ({ profile }: { profile: Readonly<Record<string, number>> }) =>
    Object.keys(profile)
      .filter((name) => (profile[name] ?? 0) > 0)
      .toSorted()
  interface Group {
    cells: string[]
  }
  const isWithin = (a: Group, b: Group) =>
    a.cells.length < b.cells.length && a.cells.every((one) => b.cells.includes(one))
  const isApart = (a: Group, b: Group) => a.cells.every((one) => !b.cells.includes(one))

  test('of an agency is a quarter that is over, from ten respondents on, and never nothing for its services', () => {
    const ten = new Map([['2025-Q1', cell('loket', '2025-Q1', 10)]])
    const nine = new Map([['2025-Q1', cell('loket', '2025-Q1', 9)]])
    const of = (agency: typeof ten, today: string) => {
      const [year] = PERIODS
      if (!year) throw new Error('no year')
      return agencyResults({ agency, services: new Map() }, year, today)
    }
    expect(LEAST_SHOWN).toBe(10)
    expect(of(ten, '2025-04-01')).toMatchObject({ respondents: 10, ikm: { value: 75 } })
    expect(of(ten, '2025-03-31')).toMatchObject({ respondents: 10, ikm: null })
    expect(of(nine, '2026-01-01')).toMatchObject({ respondents: 9, ikm: null })
  })

  test('brings nobody back by subtraction: of periods, of services, of the page of another day', () => {
    void fc.assert(
      fc.property(city, (together) => {
        const days = ['2025-03-31', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01']
        const told = new Map(
          days
            .flatMap((day) => toldOn(together, day))
            .filter(({ ikm }) => ikm !== null)
            .map(({ sums }) => [
              cellsOf(sums).join(),
              { n: sums.respondents, cells: cellsOf(sums) },
            ]),
        )
        for (const whole of told.values()) {
          const inside = [...told.values()].filter((one) => isWithin(one, whole))
          for (const a of inside)
            for (const b of [null, ...inside.filter((one) => isApart(one, a))]) {
              const rest = whole.n - a.n - (b?.n ?? 0)
              expect(
                rest === 0 || rest >= LEAST_SHOWN,
                `${whole.cells} - ${a.cells} - ${b?.cells}`,
              ).toBe(true)
            }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('leaves out fewer than ten of an agency once the year is over', () => {
    void fc.assert(
      fc.property(city, (together) => {
        const [year] = PERIODS
        if (!year) throw new Error('no year')
        const { respondents, sums } = agencyResults(together, year, '2026-01-01')
        expect(respondents - sums.respondents).toBeLessThan(LEAST_SHOWN)
      }),
    )
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
    const named = (first: string | null) =>
      surveyPeriods('2026-05-02', first).map(({ name }) => name)
    expect(named('2025-Q4')).toEqual([
      ...['2026', '2026-S1', '2026-T1', '2026-T2', '2025', '2025-S2', '2025-T4'],
    ])
    expect(named(null)).toEqual(['2026', '2026-S1', '2026-T2'])
    const half = surveyPeriod('2026-S1')
    expect(half && isOpenOn(half, '2026-06-30')).toBe(true)
    expect(half && isOpenOn(half, '2026-07-01')).toBe(false)
  })
})
