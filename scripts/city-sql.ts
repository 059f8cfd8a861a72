import { getTableName, type Table } from 'drizzle-orm'
import { cityRows } from '../seed/city.ts'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import * as city from '../src/db/schema/city.ts'
import { template } from '../src/db/schema/staff.ts'
import { inserts, storedRows } from './sql.ts'

/**
 * The city's reference data as SQL, for a database that only wrangler reaches. Gives the same
 * rows as seedCity, and as there: what is in the database already stays.
 */
export function citySql(): string[] {
  const rows = cityRows()
  const into = (table: Table, list: Record<string, unknown>[]) =>
    inserts(getTableName(table), evenColumns(storedRows(table, list)), 'on conflict do nothing')
  return [
    ...into(city.calendarYear, rows.years),
    ...into(city.setting, rows.settings),
    ...into(city.agency, rows.agencies),
    ...into(city.category, rows.categories),
    ...into(city.area, rows.areas),
    ...into(city.holiday, rows.holidays),
    ...into(city.clockRule, rows.rules),
    ...into(template, rows.templates),
    PUBLISH_CITY,
  ]
}

/** One statement inserts many rows only when all have the same columns. */
function evenColumns<T extends Record<string, unknown>>(rows: T[]): T[] {
  const [first, ...rest] = rows.map((row) => Object.keys(row).toSorted().join())
  if (rest.some((columns) => columns !== first)) throw new Error('rows differ in their columns')
  return rows
}
