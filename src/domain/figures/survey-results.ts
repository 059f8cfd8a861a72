import type { IsoDate } from '../time/time.ts'
import { type Ikm, ikm } from './ikm.ts'
import { addSums, isShown, LEAST_SHOWN, type SurveySums } from './survey.ts'
import { isOpenOn, quarterOf, type SurveyPeriod } from './survey-period.ts'

export interface SurveyResults {
  /** Of all who answered, told or not. */
  respondents: number
  /** Of those who are told. */
  sums: SurveySums
  /** Null while too few are. */
  ikm: Ikm | null
}

/** What was counted of one agency or service, by quarter. */
type Counted = ReadonlyMap<string, SurveySums>

/** Within which something is told: an agency with its services. */
export interface CountedTogether {
  agency: Counted
  services: ReadonlyMap<string, Counted>
}

interface Told {
  told: SurveySums
  /** Too few by themselves: told with those of a longer time, once that is over. */
  left: SurveySums
}

const NONE = addSums([])

/**
 * Nothing comes back by subtraction, of one page from another or of yesterday's from today's
 * (docs/rules.md, Satisfaction): a quarter is told when it is over, and what is told of parts leaves
 * nobody or ten.
 */
export function agencyResults(
  { agency }: CountedTogether,
  period: SurveyPeriod,
  today: IsoDate,
): SurveyResults {
  const of = (quarter: string): Told =>
    isOver(quarter, today) ? pooled(NONE, sumsIn(agency, quarter)) : { told: NONE, left: NONE }
  const [first = [], second = []] =
    period.kind === 'year'
      ? [period.quarters.slice(0, 2), period.quarters.slice(2)]
      : [period.quarters]
  const over = !isOpenOn(period, today)
  const half = (quarters: readonly string[]) =>
    join(quarters.map(of), quarters.length > 1 && quarters.every((one) => isOver(one, today)))
  const { told } = join([half(first), half(second)], over)
  return resultsOf(agency, period, told)
}

/** By the quarters in which it is told: the rest of its agency is nobody or ten then. */
export function serviceResults(
  together: CountedTogether,
  scope: string,
  period: SurveyPeriod,
  today: IsoDate,
): SurveyResults {
  const own = together.services.get(scope) ?? new Map()
  const told = period.quarters.filter(
    (quarter) => isOver(quarter, today) && toldServices(together, quarter).includes(scope),
  )
  return resultsOf(own, period, addSums(told.map((quarter) => sumsIn(own, quarter))))
}

function resultsOf(own: Counted, { quarters }: SurveyPeriod, told: SurveySums): SurveyResults {
  const { respondents } = addSums(quarters.map((quarter) => sumsIn(own, quarter)))
  return { respondents, sums: told, ikm: isShown(told) ? ikm(told) : null }
}

/** The smallest are not told where they would tell of the few others of their agency. */
function toldServices({ agency, services }: CountedTogether, quarter: string): string[] {
  const shown = [...services]
    .map(([scope, counted]) => ({ scope, n: sumsIn(counted, quarter).respondents }))
    .filter(({ n }) => n >= LEAST_SHOWN)
    .toSorted((a, b) => b.n - a.n)
  let rest = shown.reduce((left, { n }) => left - n, sumsIn(agency, quarter).respondents)
  while (rest > 0 && rest < LEAST_SHOWN && shown.length > 0) rest += shown.pop()?.n ?? 0
  return shown.map(({ scope }) => scope)
}

function isOver(quarter: string, today: IsoDate): boolean {
  return quarter < quarterOf(today)
}

function sumsIn(counted: Counted, quarter: string): SurveySums {
  return counted.get(quarter) ?? NONE
}

function pooled(told: SurveySums, left: SurveySums): Told {
  return isShown(left) ? { told: addSums([told, left]), left: NONE } : { told, left }
}

/** Times one after the other; those that are left are told together where the whole is over. */
function join(parts: readonly Told[], over: boolean): Told {
  const told = addSums(parts.map((part) => part.told))
  const left = addSums(parts.map((part) => part.left))
  return over ? pooled(told, left) : { told, left }
}

/** Index of the element that is worst; the first of several. */
export function lowestOf(scores: readonly number[]): number {
  return scores.indexOf(Math.min(...scores))
}
