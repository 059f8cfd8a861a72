import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEAST_SHOWN } from '../../../src/domain/figures/survey.ts'
import { surveyPeriod } from '../../../src/domain/figures/survey-period.ts'
import { type SurveyCount, toldOf } from '../../../src/domain/figures/survey-told.ts'
import { runs } from '../../support/rounds.ts'

const YEAR = 2026
const AGENCY = 'agency:8'
const QUARTERS = [1, 2, 3, 4].map((n) => `${YEAR}-Q${n}`)
const PERIODS = ['', '-S1', '-S2', '-T1', '-T2', '-T3', '-T4'].map((part) => `${YEAR}${part}`)

/** Respondents by group and quarter: of no service, then of each. */
const countsOf = (groups: number[][]): SurveyCount[] => {
  const of = (scope: string, i: number) =>
    QUARTERS.map((quarter, q) => ({ scope, quarter, respondents: groups[i]?.[q] ?? 0 }))
  const whole = QUARTERS.map((quarter, q) => ({
    ...{ scope: AGENCY, quarter },
    respondents: groups.reduce((sum, own) => sum + (own[q] ?? 0), 0),
  }))
  return [...whole, ...groups.slice(1).flatMap((_, i) => of(`service:${i + 1}`, i + 1))]
}
const servicesOf = (groups: number[][]) => groups.slice(1).map((_, i) => `service:${i + 1}`)

const told = (groups: number[][]) =>
  toldOf(countsOf(groups), { agency: AGENCY, services: servicesOf(groups) }, YEAR)

describe('results that are told', () => {
  test('a quarter of fewer than ten cannot be found by taking others from the year', () => {
    const found = told([[20, 5, 0, 0]])
    expect([...found]).toEqual([`${AGENCY} 2026-T1`])
    // ten of them in two quarters are told together
    expect(told([[20, 5, 5, 0]]).has(`${AGENCY} 2026`)).toBe(true)
    expect(told([[20, 12, 0, 0]]).has(`${AGENCY} 2026`)).toBe(true)
  })

  test('a service of fewer than ten cannot be found by taking others from the agency', () => {
    const found = told([[0], [30], [4]])
    expect(found.has('service:1 2026-T1')).toBe(true)
    expect(found.has(`${AGENCY} 2026-T1`)).toBe(false)
    // nor can the sheets that are of no service
    expect(told([[3], [30]]).has(`${AGENCY} 2026-T1`)).toBe(false)
    expect(told([[6], [30], [4]]).has(`${AGENCY} 2026-T1`)).toBe(true)
  })

  test('the whole is told where nothing is hidden', () => {
    const found = told([
      [10, 0, 10, 0],
      [10, 11, 12, 13],
    ])
    for (const period of PERIODS) expect(found.has(`${AGENCY} ${period}`), period).toBe(true)
  })

  test('no sums and differences of them tell of fewer than ten', () => {
    const group = fc.array(fc.nat(22), { minLength: 4, maxLength: 4 })
    void fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const rows = [...told(groups)].map((name) => rowOf(name, groups))
        for (const small of derivable(rows, groups)) expect(small).toBe(null)
      }),
      { numRuns: runs(300) },
    )
  })
})

/** Which groups a result is the sum of: one number for each group and quarter. */
const rowOf = (name: string, groups: number[][]): number[] => {
  const [scope = '', period = ''] = name.split(' ')
  const quarters = surveyPeriod(period)?.quarters ?? []
  return groups.flatMap((_, i) =>
    QUARTERS.map((quarter) => {
      const own = scope === AGENCY || scope === `service:${i}`
      return own && quarters.includes(quarter) ? 1 : 0
    }),
  )
}

/** What is left in reduced rows, and pairs of them, is what elimination can find. */
const derivable = (rows: number[][], groups: number[][]): (string | null)[] => {
  const sizes = groups.flatMap((own) => QUARTERS.map((_, q) => own[q] ?? 0))
  const reduced = eliminated(rows)
  return reduced.map((row) => {
    const touched = row.reduce((sum, n, i) => sum + (n === 0 ? 0 : (sizes[i] ?? 0)), 0)
    return touched > 0 && touched < LEAST_SHOWN ? JSON.stringify(row) : null
  })
}

/** Gauss and Jordan, in whole numbers. */
const eliminated = (given: number[][]): number[][] => {
  const rows = given.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, i) => i >= rank && row[column] !== 0)
    const pivot = rows[at]
    if (!pivot) continue
    rows.splice(at, 1)
    rows.splice(rank, 0, pivot)
    const head = pivot[column] ?? 1
    rows.forEach((row, i) => {
      const factor = row[column] ?? 0
      if (i !== rank && factor !== 0)
        rows[i] = row.map((n, j) => n * head - (pivot[j] ?? 0) * factor)
    })
    rank += 1
  }
  return rows.slice(0, rank)
}
