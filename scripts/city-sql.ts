import { getTableName, type Table } from 'drizzle-orm'
import { cityRows } from '../seed/city.ts'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import * as city from '../src/db/schema/city.ts'
import { template } from '../src/db/schema/staff.ts'
import { inserts, literal, storedRows } from './sql.ts'

/**
 * The city's reference data as SQL, for a database that only wrangler reaches. Gives the same
 * rows as seedCity, and as there: what is in the database already stays.
 */
export function citySql(rows = cityRows()): string[] {
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

/**
 * Before the others, of a database that was never a city's: its form is closed, and what nobody of
 * the city has looked at is marked so. A city that stands already stays as open as it is.
 */
export function closedAtFirst(): string {
  const values = [
    ['intake', { open: false, sentence: '' }],
    ['samples', ['hours', 'outside']],
  ].map(([key, value]) => `(${literal(String(key))}, ${literal(JSON.stringify(value))})`)
  return `insert into setting (key, value) select column1, column2 from (values ${values.join(', ')})
where not exists (select 1 from city_snapshot) on conflict do nothing;`
}

/** One statement inserts many rows only when all have the same columns. */
function evenColumns<T extends Record<string, unknown>>(rows: T[]): T[] {
  const [first, ...rest] = rows.map((row) => Object.keys(row).toSorted().join())
  if (rest.some((columns) => columns !== first)) throw new Error('rows differ in their columns')
  return rows
}
