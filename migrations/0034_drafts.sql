CREATE TABLE `city_draft` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`noun` text NOT NULL,
	`row_id` integer,
	`typed` text NOT NULL,
	`seen` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`after` text,
	`found` text NOT NULL,
	`seq` integer,
	CONSTRAINT "city_draft_state" CHECK("city_draft"."state" in ('reckoning','ready','saved'))
);
--> statement-breakpoint
CREATE INDEX `city_draft_working` ON `city_draft` (`id`) WHERE state = 'reckoning';--> statement-breakpoint
-- written by hand: pages read the snapshot, which has the years and cuti bersama from now on
insert into city_snapshot (id, version, json)
select 1, 1, json_object(
  'settings', (select json_group_object(key, json(value)) from setting where key not like '%:%'),
  'agencies', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'shortName', short_name, 'kind', kind, 'parentId', parent_id, 'status', status,
    'active', json(iif(active, 'true', 'false')), 'approval', json(iif(approval, 'true', 'false')), 'everyDay', json(iif(every_day, 'true', 'false')),
    'headName', head_name, 'mailbox', mailbox))
    from (select * from agency order by name)),
  'oldSlugs', (select json_group_object(slug, agency_id) from agency_slug),
  'categories', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'defaultAgencyId', default_agency_id, 'publicWorks', json(iif(public_works, 'true', 'false')),
    'active', json(iif(active, 'true', 'false')), 'proposedBy', proposed_by))
    from (select * from category order by id)),
  'areas', (select json_group_array(json_object('id', id, 'code', code, 'name', name,
    'parentId', parent_id, 'lat', lat, 'lng', lng, 'active', json(iif(active, 'true', 'false'))))
    from (select * from area order by code)),
  'authorities', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'what', what, 'reach', reach, 'active', json(iif(active, 'true', 'false'))))
    from (select * from authority order by name)),
  'notices', (select json_group_array(json_object('id', id, 'text', text,
    'categoryId', category_id, 'fromDay', from_day, 'untilDay', until_day,
    'active', json(iif(active, 'true', 'false')))) from (select * from notice order by id)),
  'services', (select json_group_array(json_object('id', id, 'slug', slug, 'name', name,
    'agencyId', agency_id, 'active', json(iif(active, 'true', 'false')))) from (select * from service order by name)),
  'clockRules', (select json_group_array(json_object('kind', kind, 'class', nullif(class, 'all'),
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source)) from clock_rule),
  'limits', (select json_group_array(json_object('id', id, 'categoryId', category_id,
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source,
    'active', json(iif(active, 'true', 'false')))) from (select * from public_limit order by id)),
  'holidays', (select json_group_object(day, name) from holiday),
  'jointLeave', (select json_group_array(day)
    from (select day from holiday where kind = 'cuti_bersama' order by day)),
  'years', (select json_group_array(json_object('year', year, 'source', source))
    from (select * from calendar_year order by year)),
  'firstYear', coalesce((select min(year) from calendar_year), 0),
  'lastYear', coalesce((select max(year) from calendar_year), 0))
where exists (select 1 from city_snapshot)
on conflict (id) do update set version = city_snapshot.version + 1, json = excluded.json;
