import { type Counts, daysIn } from './oversight.ts'

export interface Spot {
  categoryId: number
  subdistrictId: number
}

/** Of those that came up more than once in these months: the most frequent, at most so many. */
export function likelySpots(rows: readonly Counts[], most: number): Spot[] {
  return daysIn(rows, 'spot')
    .filter(([, n]) => n > 1)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key]) => {
      const [categoryId = 0, subdistrictId = 0] = key.split(':').map(Number)
      return { categoryId, subdistrictId }
    })
}
