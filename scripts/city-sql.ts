import { getTableName, type Table } from 'drizzle-orm'
import { cityRows } from '../seed/city.ts'
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

function flag(column: string): string {
  return `json(iif(${column}, 'true', 'false'))`
}

/**
 * What publishCity does, in one statement: the snapshot anew from the tables. Settings under a
 * name with a colon are how far jobs have come, not the city's.
 */
export const PUBLISH_CITY = `insert into city_snapshot (id, version, json)
select 1, 1, json_object(
  'settings', (select json_group_object(key, json(value)) from setting where key not like '%:%'),
  'agencies', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'shortName', short_name, 'kind', kind, 'parentId', parent_id, 'status', status,
    'active', ${flag('active')}, 'approval', ${flag('approval')}, 'everyDay', ${flag('every_day')}))
    from (select * from agency order by name)),
  'categories', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'defaultAgencyId', default_agency_id, 'publicWorks', ${flag('public_works')},
    'active', ${flag('active')})) from (select * from category order by id)),
  'areas', (select json_group_array(json_object('id', id, 'code', code, 'name', name,
    'parentId', parent_id, 'lat', lat, 'lng', lng)) from (select * from area order by code)),
  'clockRules', (select json_group_array(json_object('kind', kind, 'class', nullif(class, 'all'),
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source)) from clock_rule),
  'holidays', (select json_group_object(day, name) from holiday),
  'firstYear', coalesce((select min(year) from calendar_year), 0),
  'lastYear', coalesce((select max(year) from calendar_year), 0))
where true
on conflict (id) do update set version = city_snapshot.version + 1, json = excluded.json;`
