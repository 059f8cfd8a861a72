import { eq, sql } from 'drizzle-orm'
import type { City } from '../domain/city/city.ts'
import { bindingOf, type Database } from './database.ts'
import { kept, type Slot } from './kept.ts'
import { citySnapshot } from './schema/city.ts'
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
  const read = JSON.parse(row.json) as City
  // what the program before published knows of no services
  const city = { ...read, services: read.services ?? [], version: row.version }
  known.set(bindingOf(db), city)
  return city
}

/** As if nothing had been read yet, for a database that is emptied and filled anew. */
export function forgetCity(): void {
  known = new WeakMap()
}
