import { sql } from 'drizzle-orm'
import type { City } from '../domain/city/city.ts'
import type { CityFault } from '../domain/city/city-faults.ts'
import { LADDER_KINDS } from '../domain/time/ladder.ts'
import { type IsoDate, yearOf } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

/** What reports stand in the way of; asks of nothing that does not change. */
export async function usesBetween(db: Database, before: City, after: City): Promise<CityFault[]> {
  const closing = before.agencies.filter(
    ({ id, active }) => active && !after.agencies.find((a) => a.id === id)?.active,
  )
  const busy = await Promise.all(closing.map(({ id }) => holdsWork(db, id)))
  const faults = closing
    .filter((_, i) => busy[i])
    .map(({ id }): CityFault => {
      return { noun: 'agency', rowId: id, field: 'aktif', what: 'still_used' }
    })
  faults.push(...(await printedAddresses(db, before, after)))
  if (before.settings.prefix !== after.settings.prefix && (await hasReports(db)))
    faults.push({ noun: 'identity', rowId: 0, field: 'awalan', what: 'still_used' })
  return faults
}

/** Years that are taken out though something hangs on them: this one, one before, one with a date in it. */
export async function yearsInUse(
  db: Database,
  before: City,
  after: City,
  today: IsoDate,
): Promise<CityFault[]> {
  const gone = before.years.filter(({ year }) => !after.years.some((one) => one.year === year))
  const used = await Promise.all(
    gone.map(async ({ year }) => year <= yearOf(today) || (await hasDatesIn(db, year))),
  )
  return gone
    .filter((_, i) => used[i])
    .map(({ year }) => ({ noun: 'calendar', rowId: year, field: 'tahun', what: 'year_used' }))
}

async function hasDatesIn(db: Database, year: number): Promise<boolean> {
  const kinds = sql.join(
    LADDER_KINDS.map((kind) => sql`${kind}`),
    sql`, `,
  )
  const rows = await raw<{ one: number }>(
    db,
    sql`select 1 as one from clock where watched = 1 and kind in (${kinds})
      and due_day between ${`${year}-01-01`} and ${`${year}-12-31`} limit 1`,
  )
  return rows.length > 0
}

/** Where a service was answered about, sheets with its address are about. */
async function printedAddresses(db: Database, before: City, after: City): Promise<CityFault[]> {
  const moved = before.services.filter(
    ({ id, slug }) => after.services.find((one) => one.id === id)?.slug !== slug,
  )
  const answered = await Promise.all(moved.map(({ id }) => hasAnswers(db, id)))
  return moved
    .filter((_, i) => answered[i])
    .map(({ id }) => ({ noun: 'service', rowId: id, field: 'alamat', what: 'printed' }))
}

async function hasAnswers(db: Database, serviceId: number): Promise<boolean> {
  const scope = `service:${serviceId}`
  const rows = await raw<{ one: number }>(
    db,
    sql`select 1 as one from survey_sum where scope = ${scope} limit 1`,
  )
  return rows.length > 0
}

async function holdsWork(db: Database, agencyId: number): Promise<boolean> {
  const rows = await raw<{ one: number }>(
    db,
    sql`select 1 as one from assignment where agency_id = ${agencyId} and open = 1 limit 1`,
  )
  return rows.length > 0
}

/** Of people: what tries the system out is none. */
export async function hasReports(db: Database): Promise<boolean> {
  const one = sql`select 1 as one from complaint where channel <> 'test' limit 1`
  return (await raw<{ one: number }>(db, one)).length > 0
}
