import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

function flag(column: string): string {
  return `json(iif(${column}, 'true', 'false'))`
}

/**
 * The snapshot anew from the tables, where `where` holds. Settings under a name with a colon are
 * how far jobs have come, not the city's.
 */
function publish(where: string): string {
  return `insert into city_snapshot (id, version, json)
select 1, 1, json_object(
  'settings', (select json_group_object(key, json(value)) from setting where key not like '%:%'),
  'agencies', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'shortName', short_name, 'kind', kind, 'parentId', parent_id, 'status', status,
    'active', ${flag('active')}, 'approval', ${flag('approval')}, 'everyDay', ${flag('every_day')},
    'headName', head_name, 'mailbox', mailbox))
    from (select * from agency order by name)),
  'oldSlugs', (select json_group_object(slug, agency_id) from agency_slug),
  'categories', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'defaultAgencyId', default_agency_id, 'publicWorks', ${flag('public_works')},
    'active', ${flag('active')}, 'proposedBy', proposed_by))
    from (select * from category order by id)),
  'areas', (select json_group_array(json_object('id', id, 'code', code, 'name', name,
    'parentId', parent_id, 'lat', lat, 'lng', lng, 'active', ${flag('active')}))
    from (select * from area order by code)),
  'authorities', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'what', what, 'reach', reach, 'active', ${flag('active')}))
    from (select * from authority order by name)),
  'notices', (select json_group_array(json_object('id', id, 'text', text,
    'categoryId', category_id, 'fromDay', from_day, 'untilDay', until_day,
    'active', ${flag('active')})) from (select * from notice order by id)),
  'services', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'agencyId', agency_id, 'active', ${flag('active')})) from (select * from service order by name)),
  'clockRules', (select json_group_array(json_object('kind', kind, 'class', nullif(class, 'all'),
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source)) from clock_rule),
  'limits', (select json_group_array(json_object('id', id, 'categoryId', category_id,
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source,
    'active', ${flag('active')})) from (select * from public_limit order by id)),
  'holidays', (select json_group_object(day, name) from holiday),
  'jointLeave', (select json_group_array(day)
    from (select day from holiday where kind = 'cuti_bersama' order by day)),
  'years', (select json_group_array(json_object('year', year, 'source', source))
    from (select * from calendar_year order by year)),
  'firstYear', coalesce((select min(year) from calendar_year), 0),
  'lastYear', coalesce((select max(year) from calendar_year), 0))
where ${where}
on conflict (id) do update set version = city_snapshot.version + 1, json = excluded.json`
}

export const PUBLISH_CITY = `${publish('true')};`

/** Call after any of its tables changed. */
export async function publishCity(db: Database): Promise<void> {
  await db.run(sql.raw(publish('true')))
}

/** In the batch that changes them, where the city still is as it was read. */
export function publishingFrom(version: number): string {
  return publish(`(select version from city_snapshot) = ${version}`)
}
