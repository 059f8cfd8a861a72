import type { City } from '../src/domain/city/city.ts'
import { cityRows } from './city.ts'
import { clockRules } from './clock-rules.ts'
import { settings } from './settings.ts'

const PLAIN_AGENCY = {
  parentId: null,
  active: true,
  approval: false,
  headName: null,
  mailbox: null,
}

/** The seeded city as its snapshot will hold it, without a database. */
export function demoCity(): City {
  const { agencies, categories, areas, holidays, years } = cityRows()
  return {
    version: 0,
    settings,
    agencies: agencies.map((a) => ({ ...a, ...PLAIN_AGENCY })),
    oldSlugs: {},
    categories: categories.map((c) => ({ ...c, active: true, proposedBy: '' })),
    areas: areas.map((a) => ({ ...a, active: true })),
    authorities: [],
    notices: [],
    services: [],
    clockRules,
    limits: [],
    holidays: Object.fromEntries(holidays.map((h) => [h.day, h.name])),
    jointLeave: holidays.filter((h) => h.kind === 'cuti_bersama').map((h) => h.day),
    years,
    firstYear: years[0]?.year ?? 0,
    lastYear: years.at(-1)?.year ?? 0,
  }
}
