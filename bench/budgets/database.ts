import type { Answer } from '../support/http.ts'
import type { Visited } from './pages.ts'
import { faultless, largest, type Row } from './row.ts'

/** Trips and rows of every page, on the larger of two cities. */
export function pageRows(visited: readonly Visited[]): Row[] {
  const trips = (staff: boolean) =>
    visited
      .filter((one) => one.staff === staff)
      .map(({ path, answer }) => ({ measured: answer.d1?.trips ?? 99, where: path }))
  const read = visited.map(({ path, answer }) => ({
    measured: answer.d1?.read ?? 9999,
    where: process.env.EXPLAIN ? `${path} = ${readBy(answer)}` : path,
  }))
  const broken = visited.filter(({ answer }) => ![200, 303].includes(answer.status))
  return [
    faultless(
      `pages that do not answer (of ${visited.length})`,
      broken.map(({ path, answer }) => `${path}: ${answer.status}`),
    ),
    largest({ what: 'D1 round trips, public page', limit: 2, unit: 'trips' }, trips(false)),
    largest({ what: 'D1 round trips, staff page', limit: 3, unit: 'trips' }, trips(true)),
    largest({ what: 'D1 rows read, any page', limit: 200, unit: 'rows' }, read),
  ]
}

/** How many rows each statement read. */
function readBy({ d1 }: Answer): string {
  return (d1?.each ?? []).map(([n]) => n).join('+')
}

/** How much more (or less) each listing page reads of the larger city, in per cent. */
export function growthRow(
  small: readonly Visited[],
  large: readonly Visited[],
  counts: readonly [number, number],
): Row {
  const all = small.flatMap((one, i) => {
    const other = large[i]
    if (!one.lists || !other) return []
    const [a, b] = [one.answer.d1?.read ?? 0, other.answer.d1?.read ?? 0]
    return [{ measured: (Math.abs(b - a) / a) * 100, where: `${other.path}: ${a}, ${b}` }]
  })
  const apart = all.filter(({ measured }) => measured > 10).map(({ where }) => where)
  const what = `D1 rows read, ${counts[0]} and ${counts[1]} complaints (${all.length} lists)`
  const row = largest({ what, limit: 10, unit: '% apart' }, all)
  return apart.length > 1 ? { ...row, where: apart.join('; ') } : row
}
