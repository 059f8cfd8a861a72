import { type Ikm, ikm } from './ikm.ts'
import { addSums, isShown, type SurveySums } from './survey.ts'

export interface SurveyResults {
  sums: SurveySums
  /** Null while too few have answered, or too few besides those that are told elsewhere. */
  ikm: Ikm | null
  /** As many have answered as it takes. */
  enough: boolean
}

/** Of some quarters and of one scope; `told`: beside others it tells of no group too small. */
export function resultsOf(rows: readonly SurveySums[], told = true): SurveyResults {
  const sums = addSums(rows)
  const enough = isShown(sums)
  return { sums, ikm: enough && told ? ikm(sums) : null, enough }
}

/** Index of the element that is worst; the first of several. */
export function lowestOf(scores: readonly number[]): number {
  return scores.indexOf(Math.min(...scores))
}
