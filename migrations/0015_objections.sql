DROP INDEX `complaint_coordination`;--> statement-breakpoint
ALTER TABLE `complaint` ADD `objection` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `lapsed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `complaint` ADD `unheard` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `complaint` ADD `opened_at` integer;--> statement-breakpoint
CREATE INDEX `complaint_coordination` ON `complaint` (`id`) WHERE state = 'received' and (returns >= 2 or objection = 'open');--> statement-breakpoint
ALTER TABLE `figure` ADD `unheard` integer DEFAULT 0 NOT NULL;