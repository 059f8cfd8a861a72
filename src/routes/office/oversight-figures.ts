import type { Overseen } from '../../db/oversight.ts'
import { type Agency, agencyById, type City } from '../../domain/city/city.ts'
import { COORDINATOR, NOBODY } from '../../domain/figures/overseen.ts'
import type { Counts } from '../../domain/figures/oversight.ts'
import { type Oversight, oversees } from '../../domain/people/oversight.ts'

export interface AgencyCounts {
  /** Its own, or that of a desk: the verifiers' or the administrator's. */
  id: number
  /** Null: a desk. */
  agency: Agency | null
  /** By month, 'YYYY-MM'; older ones, too, in which something is open. */
  months: ReadonlyMap<string, Counts>
}

/** Everybody's whom somebody oversees, in the city's order; who was retired only with something open. */
export function agenciesIn({ rows }: Overseen, city: City, oversight: Oversight): AgencyCounts[] {
  const found = Map.groupBy(rows, ({ agencyId }) => agencyId)
  const active = city.agencies.filter((agency) => agency.active).map(({ id }) => id)
  const left = [...found.keys()].filter((id) => id > NOBODY && !active.includes(id))
  const ids = [...active, ...left, ...(oversight.city ? [NOBODY, COORDINATOR] : [])]
  return ids
    .filter((id) => oversees(oversight, id))
    .map((id) => ({
      id,
      agency: agencyById(city, id) ?? null,
      months: new Map((found.get(id) ?? []).map(({ month, counts }) => [month, counts])),
    }))
}

export function allOf({ months }: AgencyCounts): Counts[] {
  return [...months.values()]
}

export function since({ months }: AgencyCounts, month: string): Counts[] {
  return [...months].filter(([own]) => own >= month).map(([, counts]) => counts)
}
