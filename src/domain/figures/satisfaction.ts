import { halfUp } from './half-up.ts'

export function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= 5
}

/** To one decimal, half up. */
export function ratingMean(sum: number, count: number): number | null {
  return count <= 0 ? null : halfUp(sum, count, 1)
}

export function ratingText(sum: number, count: number): string | null {
  const mean = ratingMean(sum, count)
  return mean === null ? null : mean.toFixed(1).replace('.', ',')
}
