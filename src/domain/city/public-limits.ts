import type { IsoDate } from '../time/time.ts'

/** How long a report of a category may take, by the city's own word; dated as the clock rules are. */
export interface PublicLimit {
  id: number
  categoryId: number | null
  unit: 'hour' | 'working_day'
  /** Null: from that day on there is none. */
  length: number | null
  validFrom: IsoDate
  /** What decided it, as the public reads it. */
  source: string | null
  active: boolean
}

/** As it is told and counted by. */
export interface Limit {
  unit: PublicLimit['unit']
  length: number
}

export function limitOn(
  limits: readonly PublicLimit[],
  categoryId: number | null,
  day: IsoDate,
): Limit | null {
  const begun = limits.filter(
    (limit) => limit.active && limit.categoryId === categoryId && limit.validFrom <= day,
  )
  const [newest] = begun.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  return newest?.length ? { unit: newest.unit, length: newest.length } : null
}
