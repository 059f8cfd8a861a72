CREATE TABLE `service` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`agency_id` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_slug_unique` ON `service` (`slug`);--> statement-breakpoint
CREATE TABLE `survey` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_digest` text NOT NULL,
	`agency_id` integer NOT NULL,
	`service_id` integer,
	`day` text NOT NULL,
	`u1` integer NOT NULL,
	`u2` integer NOT NULL,
	`u3` integer NOT NULL,
	`u4` integer NOT NULL,
	`u5` integer NOT NULL,
	`u6` integer NOT NULL,
	`u7` integer NOT NULL,
	`u8` integer NOT NULL,
	`u9` integer NOT NULL,
	`profile` text NOT NULL,
	`suggestion` text,
	CONSTRAINT "survey_scores" CHECK("u1" in (1, 2, 3, 4) and "u2" in (1, 2, 3, 4) and "u3" in (1, 2, 3, 4) and "u4" in (1, 2, 3, 4) and "u5" in (1, 2, 3, 4) and "u6" in (1, 2, 3, 4) and "u7" in (1, 2, 3, 4) and "u8" in (1, 2, 3, 4) and "u9" in (1, 2, 3, 4))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_token_digest_unique` ON `survey` (`token_digest`);--> statement-breakpoint
CREATE INDEX `survey_suggestion` ON `survey` (`id`) WHERE suggestion is not null;--> statement-breakpoint
CREATE INDEX `survey_suggestion_agency` ON `survey` (`agency_id`,`id`) WHERE suggestion is not null;--> statement-breakpoint
CREATE TABLE `survey_sum` (
	`scope` text NOT NULL,
	`quarter` text NOT NULL,
	`respondents` integer NOT NULL,
	`u1` integer NOT NULL,
	`u2` integer NOT NULL,
	`u3` integer NOT NULL,
	`u4` integer NOT NULL,
	`u5` integer NOT NULL,
	`u6` integer NOT NULL,
	`u7` integer NOT NULL,
	`u8` integer NOT NULL,
	`u9` integer NOT NULL,
	`profile` text DEFAULT '{}' NOT NULL,
	PRIMARY KEY(`scope`, `quarter`)
);
--> statement-breakpoint
-- written by hand: pages read the services from the snapshot
update city_snapshot set version = version + 1, json = json_set(json, '$.services', json('[]'));
