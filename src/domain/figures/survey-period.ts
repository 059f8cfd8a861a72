import { type IsoDate, yearOf } from '../time/time.ts'

/** What results are told of: a quarter, a half or a year. */
export interface SurveyPeriod {
  /** '2026-T3', '2026-S2', '2026'; in addresses. */
  name: string
  kind: 'quarter' | 'half' | 'year'
  year: number
  /** Which of the year's quarters or halves; 1 of a year. */
  n: number
  /** '2026-Q3', as they are counted. */
  quarters: readonly string[]
}

/** '2026-Q3': the time that an answer is counted in. */
export function quarterOf(day: IsoDate): string {
  return `${day.slice(0, 4)}-Q${quarterIn(day)}`
}

function quarterIn(day: IsoDate): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

const NAME = /^(\d{4})(?:-(?:T([1-4])|S([12])))?$/

/** Null of what names none. */
export function surveyPeriod(name: string): SurveyPeriod | null {
  const [, y, t, s] = NAME.exec(name) ?? []
  if (y === undefined) return null
  const year = Number(y)
  const whole = (...of: number[]) => of.map((n) => `${y}-Q${n}`)
  if (t) return { name, kind: 'quarter', year, n: Number(t), quarters: whole(Number(t)) }
  if (s === '1') return { name, kind: 'half', year, n: 1, quarters: whole(1, 2) }
  if (s) return { name, kind: 'half', year, n: 2, quarters: whole(3, 4) }
  return { name, kind: 'year', year, n: 1, quarters: whole(1, 2, 3, 4) }
}

const IN_A_YEAR = ['', '-S1', '-S2', '-T1', '-T2', '-T3', '-T4']

/** Those that have begun, back to the first quarter that has answers; a year, its halves, its quarters. */
export function surveyPeriods(today: IsoDate, firstQuarter: string | null): SurveyPeriod[] {
  const now = quarterOf(today)
  const first = firstQuarter ?? now
  const length = yearOf(today) - Number(first.slice(0, 4)) + 1
  const years = Array.from({ length }, (_, i) => yearOf(today) - i)
  return years
    .flatMap((year) => IN_A_YEAR.flatMap((part) => surveyPeriod(`${year}${part}`) ?? []))
    .filter(({ quarters }) => (quarters[0] ?? '') <= now && (quarters.at(-1) ?? '') >= first)
}

/** Whether answers may still come. */
export function isOpenOn({ quarters }: SurveyPeriod, today: IsoDate): boolean {
  return quarterOf(today) <= (quarters.at(-1) ?? '')
}
