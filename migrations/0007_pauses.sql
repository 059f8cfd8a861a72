DROP INDEX `clock_running`;--> statement-breakpoint
ALTER TABLE `clock` ADD `since` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clock` ADD `pauses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `clock` ADD `watched` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `clock_watched` ON `clock` (`kind`,`due_day`,`complaint_id`) WHERE watched = 1;--> statement-breakpoint
ALTER TABLE `clock` DROP COLUMN `paused_day`;--> statement-breakpoint
ALTER TABLE `clock` DROP COLUMN `resumed_day`;--> statement-breakpoint
ALTER TABLE `clock` DROP COLUMN `left`;--> statement-breakpoint
ALTER TABLE `clock` DROP COLUMN `stood_still`;--> statement-breakpoint
ALTER TABLE `figure` ADD `follow_ups` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `late_follow_ups` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `follow_up_due_days` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE `clock` SET `since` = `start_day`, `watched` = (`status` = 'running');
