import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { type City, calendarOf } from '../domain/city/city.ts'
import { sheets } from '../domain/city/sheets/all.ts'
import type { CityRow, Noun } from '../domain/city/sheets/sheet.ts'
import type { Instant } from '../domain/time/time.ts'
import { GENESIS } from '../seal/chain.ts'
import { cityChangeHash } from '../seal/city-check.ts'
import { cityRowsWritten } from './city-rows.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import { publishingFrom } from './publish-city.ts'
import { raw } from './raw.ts'
import { askingFrom } from './recompute-asked.ts'
import { cityChange } from './schema/city.ts'

export type StoredCityChange = typeof cityChange.$inferSelect

export interface CityChange {
  noun: Noun
  row: CityRow
  /** Null where there was none. */
  before: CityRow | null
  undoes: number | null
}

interface Around {
  db: Database
  now: Instant
  /** 'staff:<id>' */
  by: string
}

/**
 * One batch: the change on record, the rows that differ, and the city published anew; all of it only
 * where the city is still as `city` was read. Null: it is another, and nothing was written.
 */
export async function changeCity(
  { db, now, by }: Around,
  city: City,
  { noun, row, before, undoes }: CityChange,
): Promise<number | null> {
  const seq = city.version + 1
  const [last] = await db.select().from(cityChange).orderBy(desc(cityChange.seq)).limit(1)
  const stored = {
    ...{ seq, at: now, by, noun, rowId: row.id, undoes },
    before: before && JSON.stringify(before),
    after: JSON.stringify(row),
    previous: last?.hash ?? GENESIS,
  }
  const unchanged = sql`(select version from city_snapshot) = ${city.version}`
  const entry = { ...stored, hash: await cityChangeHash(stored) }
  const after = sheets[noun].put(city, row)
  const [written] = await db.batch([
    insertWhere(db, cityChange, entry, unchanged).returning({ seq: cityChange.seq }),
    ...cityRowsWritten(db, city, after, unchanged),
    ...(movesDates(city, after) ? [raw(db, sql.raw(askingFrom(city.version)))] : []),
    raw(db, sql.raw(publishingFrom(city.version))),
  ])
  return written.length > 0 ? seq : null
}

/** Holidays, years, office hours, zone, and who works every day: open reports hang on all of it. */
export function movesDates(before: City, after: City): boolean {
  return calendarKey(before) !== calendarKey(after)
}

function calendarKey(city: City): string {
  const calendar = calendarOf(city)
  return JSON.stringify({
    ...calendar,
    holidays: Object.entries(calendar.holidays).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    everyDayAgencies: calendar.everyDayAgencies?.toSorted((a, b) => a - b),
  })
}

/** The last change of one row. */
export async function lastChangeOf(
  db: Database,
  noun: Noun,
  rowId: number,
): Promise<StoredCityChange | null> {
  const [row] = await db
    .select()
    .from(cityChange)
    .where(and(eq(cityChange.noun, noun), eq(cityChange.rowId, rowId)))
    .orderBy(desc(cityChange.seq))
    .limit(1)
  return row ?? null
}

export async function cityChangeAt(db: Database, seq: number): Promise<StoredCityChange | null> {
  const [row] = await db.select().from(cityChange).where(eq(cityChange.seq, seq))
  return row ?? null
}

/** Newest first, before `seq`. */
export function cityChanges(db: Database, before: number, limit: number) {
  return db
    .select()
    .from(cityChange)
    .where(lt(cityChange.seq, before))
    .orderBy(desc(cityChange.seq))
    .limit(limit)
}

/** Oldest first. */
export function allCityChanges(db: Database) {
  return db.select().from(cityChange).orderBy(cityChange.seq)
}
