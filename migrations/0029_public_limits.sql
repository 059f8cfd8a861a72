CREATE TABLE `public_limit` (
	`id` integer PRIMARY KEY NOT NULL,
	`category_id` integer,
	`unit` text NOT NULL,
	`length` integer,
	`valid_from` text NOT NULL,
	`source` text,
	`active` integer DEFAULT true NOT NULL,
	CONSTRAINT "public_limit_unit" CHECK("public_limit"."unit" in ('hour','working_day'))
);
--> statement-breakpoint
ALTER TABLE `clock` ADD `since_at` integer;--> statement-breakpoint
ALTER TABLE `clock` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `clock` ADD `end_at` integer;--> statement-breakpoint
ALTER TABLE `figure` ADD `targets` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `kept_targets` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `target_due_days` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- written by hand: pages read the limits from the snapshot
update city_snapshot set version = version + 1, json = json_set(json, '$.limits', json('[]'));
