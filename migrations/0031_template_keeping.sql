CREATE TABLE `template_change` (
	`template_id` integer NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	PRIMARY KEY(`template_id`, `version`)
);
--> statement-breakpoint
ALTER TABLE `template` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `template` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `template` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `template_place` ON `template` (`agency_id`,`owner_id`,`kind`,`active`,`name`,`text`);