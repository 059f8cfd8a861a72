CREATE TABLE `agency_slug` (
	`slug` text PRIMARY KEY NOT NULL,
	`agency_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `authority` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`what` text NOT NULL,
	`reach` text NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authority_slug_unique` ON `authority` (`slug`);--> statement-breakpoint
CREATE TABLE `city_change` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`noun` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`undoes` integer,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `city_change_row` ON `city_change` (`noun`,`row_id`,`seq`);--> statement-breakpoint
CREATE INDEX `city_change_by` ON `city_change` (`by`,`seq`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`category_id` integer,
	`from_day` text NOT NULL,
	`until_day` text,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE `agency` ADD `head_name` text;--> statement-breakpoint
ALTER TABLE `agency` ADD `mailbox` text;--> statement-breakpoint
ALTER TABLE `area` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `category` ADD `proposed_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- written by hand: pages read the snapshot, which has the new columns from now on
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
  'clockRules', (select json_group_array(json_object('kind', kind, 'class', nullif(class, 'all'),
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source)) from clock_rule),
  'holidays', (select json_group_object(day, name) from holiday),
  'firstYear', coalesce((select min(year) from calendar_year), 0),
  'lastYear', coalesce((select max(year) from calendar_year), 0))
where exists (select 1 from city_snapshot)
on conflict (id) do update set version = city_snapshot.version + 1, json = excluded.json;
