import type { City, FormNotice } from './city.ts'
import type { CityFault } from './city-faults.ts'

/** Rows, also retired ones: all of them are read with every page. */
const MOST = 3_000
/** What stands whole on the form that a citizen loads over a slow line. */
const MOST_CATEGORIES = 200
const MOST_NOTICES = 10

/** A table of another kind that was taken in by mistake: the public form must stand it. */
export function crowded(city: City): CityFault[] {
  const rows = {
    agency: city.agencies.length,
    category: city.categories.length,
    area: city.areas.length,
    authority: city.authorities.length,
    notice: city.notices.length,
    service: city.services.length,
    limit: city.limits.length,
  }
  const shown = { category: used(city.categories).length, notice: mostAtOnce(used(city.notices)) }
  const full = (Object.keys(rows) as (keyof typeof rows)[]).filter((noun) => rows[noun] > MOST)
  if (shown.category > MOST_CATEGORIES) full.push('category')
  if (shown.notice > MOST_NOTICES) full.push('notice')
  return full.map((noun) => ({ noun, rowId: 0, field: 'aktif', what: 'too_many' }))
}

function used<Row extends { active: boolean }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ active }) => active)
}

/** On the fullest of all days. */
function mostAtOnce(notices: readonly FormNotice[]): number {
  const turns = notices.flatMap(({ fromDay, untilDay }) => [
    { at: fromDay, by: 1 },
    // behind all that begins on its last day
    ...(untilDay === null ? [] : [{ at: `${untilDay}~`, by: -1 }]),
  ])
  let [now, most] = [0, 0]
  for (const { by } of turns.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    now += by
    most = Math.max(most, now)
  }
  return most
}
