CREATE INDEX `clock_owed` ON `clock` (`agency_id`,`kind`,`due_day`,`complaint_id`) WHERE watched = 1 and kind in ('promise', 'target', 'explain');--> statement-breakpoint
-- written by hand: how long a head may take to explain, where a city is run by rules already
insert into clock_rule (kind, class, unit, length, valid_from, source)
select 'explain', 'all', 'working_day', 3, '2020-01-01', 'kebijakan kota (perlu diverifikasi)'
where exists (select 1 from clock_rule)
on conflict do nothing;
--> statement-breakpoint
-- and pages read the rules from the snapshot
update city_snapshot set version = version + 1, json = json_set(json, '$.clockRules',
  (select json_group_array(json_object('kind', kind, 'class', nullif(class, 'all'),
    'unit', unit, 'length', length, 'validFrom', valid_from, 'source', source)) from clock_rule));
