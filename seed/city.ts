import type { Database } from '../src/db/database.ts'
import { publishCity } from '../src/db/publish-city.ts'
import {
  agency,
  area,
  calendarYear,
  category,
  clockRule,
  holiday,
  setting,
} from '../src/db/schema/city.ts'
import { template } from '../src/db/schema/staff.ts'
import type { Settings } from '../src/domain/city/city.ts'
import { agencies } from './agencies.ts'
import { categories } from './categories.ts'
import { inChunks } from './chunks.ts'
import { clockRules } from './clock-rules.ts'
import areasOfDumai from './data/areas-dumai.json' with { type: 'json' }
import holidays from './data/holidays-2026-2027.json' with { type: 'json' }
import { settings } from './settings.ts'
import { templates } from './templates.ts'

/** Agencies that work every day, holidays too. */
const EVERY_DAY = new Set(['damkar'])

/** The city's reference data as rows of its tables. */
export function cityRows() {
  const agencyId = new Map(agencies.map((a, i) => [a.slug, i + 1]))
  return {
    years: Object.keys(holidays.expected).map((year) => ({
      year: Number(year),
      source: holidays.source,
    })),
    settings: settingRows(settings),
    agencies: agencies.map((a, i) => ({ id: i + 1, ...a, everyDay: EVERY_DAY.has(a.slug) })),
    categories: categories.map(({ agency: slug, publicWorks, ...c }, i) => ({
      id: i + 1,
      ...c,
      defaultAgencyId: agencyId.get(slug) ?? null,
      publicWorks: publicWorks ?? false,
    })),
    areas: areaRows(),
    holidays: holidays.holidays.map(({ date, ...h }) => ({ day: date, ...h })),
    rules: clockRules.map((r) => ({ ...r, class: r.class ?? 'all' })),
    templates,
  }
}

/** Loads the city's reference data and publishes it. Safe to repeat: what is there stays. */
export async function seedCity(db: Database, rows = cityRows()): Promise<void> {
  await db.batch([
    db.insert(calendarYear).values(rows.years).onConflictDoNothing(),
    ...inChunks(rows.settings, 40).map((v) => db.insert(setting).values(v).onConflictDoNothing()),
    ...inChunks(rows.agencies, 9).map((v) => db.insert(agency).values(v).onConflictDoNothing()),
    ...inChunks(rows.categories, 14).map((v) =>
      db.insert(category).values(v).onConflictDoNothing(),
    ),
    ...inChunks(rows.areas, 14).map((v) => db.insert(area).values(v).onConflictDoNothing()),
    ...inChunks(rows.holidays, 30).map((v) => db.insert(holiday).values(v).onConflictDoNothing()),
    ...inChunks(rows.rules, 14).map((v) => db.insert(clockRule).values(v).onConflictDoNothing()),
    ...inChunks(rows.templates, 15).map((v) => db.insert(template).values(v).onConflictDoNothing()),
  ])
  await publishCity(db)
}

export function settingRows(settings: Settings) {
  return Object.entries(settings).map(([key, value]) => ({ key, value: JSON.stringify(value) }))
}

function areaRows() {
  const districts = areasOfDumai.districts.map((d, i) => ({
    id: i + 1,
    ...point(d),
    parentId: null,
  }))
  const subdistricts = areasOfDumai.districts.flatMap((d, i) =>
    d.subdistricts.map((s) => ({ ...point(s), parentId: i + 1 })),
  )
  return [...districts, ...subdistricts.map((s, i) => ({ id: 101 + i, ...s }))]
}

function point(place: { code: string; name: string; centre: number[] | null }) {
  return {
    code: place.code,
    name: place.name,
    lat: place.centre?.[0] ?? null,
    lng: place.centre?.[1] ?? null,
  }
}
