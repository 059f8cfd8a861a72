/** The one question on closing: a whole number from 1 to 5, best last. It is not IKM. */
export function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= 5
}

/** Mean of ratings to one decimal, half up, or null where nobody rated. */
export function ratingMean(sum: number, count: number): number | null {
  return count <= 0 ? null : roundHalfUp(sum, count, 1)
}

/** As it is written in Indonesian: 4,7. Null where nobody rated. */
export function ratingText(sum: number, count: number): string | null {
  const mean = ratingMean(sum, count)
  return mean === null ? null : mean.toFixed(1).replace('.', ',')
}

/** The nine elements of the Survei Kepuasan Masyarakat (PermenPANRB 14/2017), in order U1-U9. */
const IKM_ELEMENTS = [
  'Persyaratan',
  'Sistem, mekanisme, dan prosedur',
  'Waktu penyelesaian',
  'Biaya/tarif',
  'Produk spesifikasi jenis pelayanan',
  'Kompetensi pelaksana',
  'Perilaku pelaksana',
  'Penanganan pengaduan, saran, dan masukan',
  'Sarana dan prasarana',
] as const

export type IkmBand = 'A' | 'B' | 'C' | 'D'

/** Answers to the survey: for each element the sum of its scores (1-4). */
export interface IkmSums {
  respondents: number
  /** Nine sums, U1-U9. */
  sums: readonly number[]
}

export interface Ikm {
  /** Element means (NRR), not rounded. */
  means: number[]
  /** 25.00-100.00, two decimals, half up. */
  value: number
  band: IkmBand
}

/**
 * Indeks Kepuasan Masyarakat: (sum of element means / 9) × 25, with exactly 1/9 as weight.
 * Null without respondents.
 * @throws RangeError unless there are nine sums, each of scores 1-4.
 */
export function ikm({ respondents, sums }: IkmSums): Ikm | null {
  if (respondents <= 0) return null
  const inScale = (sum: number) => sum >= respondents && sum <= 4 * respondents
  if (sums.length !== IKM_ELEMENTS.length || !sums.every(inScale))
    throw new RangeError('nine sums of scores 1-4 are needed')
  const total = sums.reduce((a, b) => a + b, 0)
  const value = roundHalfUp(total * 25, respondents * 9, 2)
  return { means: sums.map((sum) => sum / respondents), value, band: bandOf(value) }
}

/** Mutu pelayanan: A sangat baik, B baik, C kurang baik, D tidak baik. */
export function bandOf(value: number): IkmBand {
  if (value >= 88.31) return 'A'
  if (value >= 76.61) return 'B'
  return value >= 65 ? 'C' : 'D'
}

export function ikmText(value: number): string {
  return value.toFixed(2).replace('.', ',')
}

/** numerator / denominator of whole numbers, rounded half up without passing through a float. */
function roundHalfUp(numerator: number, denominator: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale
}
