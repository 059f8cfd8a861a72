import { type Ikm, ikm } from './ikm.ts'
import { addSums, isShown, type SurveySums } from './survey.ts'

export interface SurveyResults {
  sums: SurveySums
  /** Null while too few have answered. */
  ikm: Ikm | null
}

/** Of some quarters and of one scope. */
export function resultsOf(rows: readonly SurveySums[]): SurveyResults {
  const sums = addSums(rows)
  return { sums, ikm: isShown(sums) ? ikm(sums) : null }
}

/** Index of the element that is worst; the first of several. */
export function lowestOf(scores: readonly number[]): number {
  return scores.indexOf(Math.min(...scores))
}
