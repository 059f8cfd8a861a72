import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { ELEMENTS } from '../../src/domain/figures/ikm.ts'
import { addSums, type SurveySums, sumsOf } from '../../src/domain/figures/survey.ts'
import { quarterOf } from '../../src/domain/figures/survey-period.ts'
import { inserter, inTransaction } from './rows.ts'

/** Sets of changes hold the sheets, not what they come to: that is counted from those that are there now. */
export function countSurveys(db: DatabaseSync): void {
  const replace = inserter(db, 'insert or replace')
  inTransaction(db, () => {
    for (const [key, sums] of countedAnew(db)) {
      const [scope = '', quarter = ''] = key.split(' ')
      if (isDeepStrictEqual(storedSums(db, scope, quarter), sums)) continue
      const elements = Object.fromEntries(ELEMENTS.map((name, i) => [name, sums.sums[i] ?? 0]))
      const { respondents, profile } = sums
      const counts = { ...{ scope, quarter, respondents }, ...elements }
      replace(['survey_sum', { ...counts, profile: JSON.stringify(profile) }])
    }
  })
}

/** By scope and quarter. */
function countedAnew(db: DatabaseSync): Map<string, SurveySums> {
  const counted = new Map<string, SurveySums>()
  for (const sheet of db.prepare('select * from survey').iterate()) {
    const one = sumsOf({
      scores: scoresIn(sheet),
      profile: JSON.parse(String(sheet.profile)),
      suggestion: null,
    })
    for (const scope of scopesOf(sheet)) {
      const key = `${scope} ${quarterOf(String(sheet.day))}`
      const before = counted.get(key)
      counted.set(key, before ? addSums([before, one]) : one)
    }
  }
  return counted
}

type Stored = Record<string, unknown>

function scopesOf({ agency_id, service_id }: Stored): string[] {
  return [`agency:${agency_id}`, ...(service_id === null ? [] : [`service:${service_id}`])]
}

function scoresIn(row: Stored): number[] {
  return ELEMENTS.map((name) => Number(row[name]))
}

function storedSums(db: DatabaseSync, scope: string, quarter: string): SurveySums | null {
  const row = db
    .prepare('select * from survey_sum where scope = ? and quarter = ?')
    .get(scope, quarter)
  if (!row) return null
  const { respondents, profile } = row
  return {
    respondents: Number(respondents),
    sums: scoresIn(row),
    profile: JSON.parse(String(profile)),
  }
}
