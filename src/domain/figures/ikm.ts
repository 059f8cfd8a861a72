import { halfUp } from './half-up.ts'

/** The nine elements of the Survei Kepuasan Masyarakat (PermenPANRB 14/2017), in its order. */
export const ELEMENTS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const
export type Element = (typeof ELEMENTS)[number]

/** From the worst to the best. */
export const SCORES = [1, 2, 3, 4] as const

export type IkmBand = 'A' | 'B' | 'C' | 'D'

export interface IkmSums {
  respondents: number
  /** Sums of scores 1-4, U1-U9. */
  sums: readonly number[]
}

interface Value {
  /** 25.00-100.00, two decimals, half up. */
  value: number
  band: IkmBand
}

export interface Ikm extends Value {
  /** U1-U9, each with its mean (NRR), not rounded. */
  elements: (Value & { mean: number })[]
}

/** (Sum of element means / 9) × 25. @throws RangeError unless nine sums of scores 1-4. */
export function ikm({ respondents, sums }: IkmSums): Ikm | null {
  if (respondents <= 0) return null
  const inScale = (sum: number) => sum >= respondents && sum <= 4 * respondents
  if (sums.length !== ELEMENTS.length || !sums.every(inScale))
    throw new RangeError('nine sums of scores 1-4 are needed')
  const total = sums.reduce((a, b) => a + b, 0)
  return {
    ...toldOf(total, respondents * ELEMENTS.length),
    elements: sums.map((sum) => ({ mean: sum / respondents, ...toldOf(sum, respondents) })),
  }
}

function toldOf(sum: number, count: number): Value {
  const value = halfUp(sum * 25, count, 2)
  return { value, band: bandOf(value) }
}

/** Mutu pelayanan, of what is told, rounded: A sangat baik, B baik, C kurang baik, D tidak baik. */
export function bandOf(value: number): IkmBand {
  if (value >= 88.31) return 'A'
  if (value >= 76.61) return 'B'
  return value >= 65 ? 'C' : 'D'
}

export function ikmText(value: number): string {
  return value.toFixed(2).replace('.', ',')
}

/** A mean (NRR) to three decimals, half up. */
export function meanText(sum: number, respondents: number): string {
  return halfUp(sum, respondents, 3).toFixed(3).replace('.', ',')
}
