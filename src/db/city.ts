import { eq, sql } from 'drizzle-orm'
import type { City, Settings } from '../domain/city/city.ts'
import type { ClockRule } from '../domain/time/clock-rules.ts'
import { bindingOf, type Database } from './database.ts'
import { kept, type Slot } from './kept.ts'
import {
  agency,
  area,
  calendarYear,
  category,
  citySnapshot,
  clockRule,
  holiday,
  setting,
} from './schema/city.ts'
import { type Asked, asked, following, oneTrip } from './trip.ts'

/** By database: a process may serve two cities. */
let known = new WeakMap<object, City>()

/** The city is not seeded: no snapshot row. */
export class NoCityError extends Error {}

/** As this isolate read it last; its answers may be old. */
export function lastKnownCity(db: Database): City | undefined {
  return known.get(bindingOf(db))
}

/** Its JSON travels only when the version changed since this isolate last read it. */
export function askCity(db: Database): Asked<City> {
  const cached = lastKnownCity(db)
  return following(askUnlessVersion(db, cached?.version ?? 0), (rows) => readCity(db, rows, cached))
}

const askUnlessVersion = kept((db, known: Slot<number>) =>
  asked(
    [
      db
        .select({
          version: citySnapshot.version,
          json: sql<
            string | null
          >`case when ${citySnapshot.version} = ${known} then null else ${citySnapshot.json} end`,
        })
        .from(citySnapshot)
        .where(eq(citySnapshot.id, 1)),
    ],
    ([rows]) => rows,
  ),
)

export async function loadCity(db: Database): Promise<City> {
  const [city] = await oneTrip(db, [askCity(db)])
  return city
}

function readCity(
  db: Database,
  [row]: { version: number; json: string | null }[],
  cached: City | undefined,
): City {
  if (!row) throw new NoCityError('city_snapshot is empty')
  if (row.json === null) {
    if (!cached) throw new NoCityError('city_snapshot has no content')
    return cached
  }
  const city = { ...(JSON.parse(row.json) as City), version: row.version }
  known.set(bindingOf(db), city)
  return city
}

/** As if nothing had been read yet, for a database that is emptied and filled anew. */
export function forgetCity(): void {
  known = new WeakMap()
}

/** Call after any of its tables changed. */
export async function publishCity(db: Database): Promise<void> {
  const [settings, agencies, categories, areas, years, holidays, rules] = await db.batch([
    db.select().from(setting),
    db.select().from(agency).orderBy(agency.name),
    db.select().from(category).orderBy(category.id),
    db.select().from(area).orderBy(area.code),
    db.select().from(calendarYear).orderBy(calendarYear.year),
    db.select().from(holiday),
    db.select().from(clockRule),
  ])
  const city: Omit<City, 'version'> = {
    settings: Object.fromEntries(
      settings.filter((s) => !s.key.includes(':')).map((s) => [s.key, JSON.parse(s.value)]),
    ) as unknown as Settings,
    agencies,
    categories,
    areas,
    clockRules: rules.map((r) => ({
      ...(r as ClockRule),
      class: r.class === 'all' ? null : (r.class as ClockRule['class']),
    })),
    holidays: Object.fromEntries(holidays.map((h) => [h.day, h.name])),
    firstYear: years[0]?.year ?? 0,
    lastYear: years.at(-1)?.year ?? 0,
  }
  const json = JSON.stringify(city)
  await db
    .insert(citySnapshot)
    .values({ id: 1, version: 1, json })
    .onConflictDoUpdate({
      target: citySnapshot.id,
      set: { version: sql`${citySnapshot.version} + 1`, json },
    })
}
