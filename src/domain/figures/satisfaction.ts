export function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= 5
}

/** To one decimal, half up. */
export function ratingMean(sum: number, count: number): number | null {
  return count <= 0 ? null : roundHalfUp(sum, count, 1)
}

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

export interface IkmSums {
  respondents: number
  /** Sums of scores 1-4, U1-U9. */
  sums: readonly number[]
}

export interface Ikm {
  /** Element means (NRR), not rounded. */
  means: number[]
  /** 25.00-100.00, two decimals, half up. */
  value: number
  band: IkmBand
}

/** (Sum of element means / 9) × 25. @throws RangeError unless nine sums of scores 1-4. */
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

/** Without passing through a float. */
function roundHalfUp(numerator: number, denominator: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale
}
