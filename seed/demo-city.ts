import type { City } from '../src/domain/city.ts'
import { areaRows, cityRows } from './city.ts'
import { clockRules } from './clock-rules.ts'
import { settings } from './settings.ts'

/** The seeded city as its snapshot will hold it, without a database. */
export const demoCity = (): City => {
  const { agencyRows, categoryRows, holidayRows, years } = cityRows()
  return {
    version: 0,
    settings,
    agencies: agencyRows.map((a) => ({ ...a, active: true, approval: false })),
    categories: categoryRows.map((c) => ({ ...c, active: true })),
    areas: areaRows(),
    clockRules,
    holidays: Object.fromEntries(holidayRows.map((h) => [h.day, h.name])),
    firstYear: years[0]?.year ?? 0,
    lastYear: years.at(-1)?.year ?? 0,
  }
}
