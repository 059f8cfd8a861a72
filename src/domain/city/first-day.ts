import type { IsoDate } from '../time/time.ts'
import type { City } from './city.ts'
import { isOpen, isSample, type OpeningNeed, openingGaps } from './opening.ts'

export type FirstDayStep = OpeningNeed | 'hours' | 'outside' | 'liaison' | 'test' | 'open'
/** Sample: a value that came with the program still stands there. */
export type StepState = 'done' | 'missing' | 'sample'

interface Asked {
  day: IsoDate
  hasVerifier: boolean
  hasReport: boolean
  withoutLiaison: readonly number[]
}

/** In the order in which they are best done. */
const STEPS: readonly FirstDayStep[] = [
  ...(['identity', 'manager', 'hours', 'outside', 'operator', 'area', 'category'] as const),
  ...(['calendar', 'verifier', 'liaison', 'test', 'open'] as const),
]

/** What a new city still has to do before its people can report, each with how far it is. */
export function firstDay(city: City, asked: Asked): { step: FirstDayStep; state: StepState }[] {
  const gaps: readonly FirstDayStep[] = openingGaps(city, asked)
  const isMissing: Partial<Record<FirstDayStep, boolean>> = {
    liaison: asked.withoutLiaison.length > 0 || gaps.includes('category'),
    test: !asked.hasReport,
    open: !isOpen(city.settings),
  }
  return STEPS.map((step) => {
    if (isSample(city, step)) return { step, state: 'sample' }
    return { step, state: (isMissing[step] ?? gaps.includes(step)) ? 'missing' : 'done' }
  })
}
