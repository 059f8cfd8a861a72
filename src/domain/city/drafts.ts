import type { Move } from '../time/calendar-moves.ts'

/** Its dates are compared, step by step; then it can be made; then it is. */
export type DraftState = 'reckoning' | 'ready' | 'saved'

/** A date of a report that would move. */
interface ReportMove extends Move {
  reference: string
}

/** What a draft moves; the first dates by name, all of them by number. */
export interface Found {
  looked: number
  reports: number
  dates: number
  /** Reports by the agency that has them; 0: none yet. */
  agencies: Record<number, number>
  first: ReportMove[]
}

export const NOTHING_FOUND: Found = { looked: 0, reports: 0, dates: 0, agencies: {}, first: [] }

/** So many dates are named. */
const NAMED = 100

interface Looked {
  reference: string
  agencyId: number | null
  moves: readonly Move[]
}

export function foundMore(found: Found, looked: readonly Looked[]): Found {
  const moving = looked.filter(({ moves }) => moves.length > 0)
  const agencies = { ...found.agencies }
  for (const { agencyId } of moving) agencies[agencyId ?? 0] = (agencies[agencyId ?? 0] ?? 0) + 1
  const named = moving.flatMap(({ reference, moves }) =>
    moves.map((move) => ({ reference, ...move })),
  )
  return {
    looked: found.looked + looked.length,
    reports: found.reports + moving.length,
    dates: found.dates + named.length,
    agencies,
    first: [...found.first, ...named].slice(0, NAMED),
  }
}
