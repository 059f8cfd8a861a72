CREATE TABLE `old_report` (
	`key` text PRIMARY KEY NOT NULL,
	`complaint_id` integer NOT NULL,
	`run_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `old_report_run` ON `old_report` (`run_id`,`complaint_id`);--> statement-breakpoint
ALTER TABLE `import_run` ADD `undone_by` text;--> statement-breakpoint
ALTER TABLE `import_run` ADD `undone_at` integer;--> statement-breakpoint
CREATE INDEX `import_run_undoing` ON `import_run` (`id`) WHERE undone_by is not null and undone_at is null;--> statement-breakpoint
ALTER TABLE `complaint` ADD `told_day` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `told_end` text;--> statement-breakpoint
CREATE INDEX `complaint_elsewhere` ON `complaint` (`lapor_number`) WHERE lapor_number is not null;--> statement-breakpoint
ALTER TABLE `figure` ADD `imported` integer DEFAULT 0 NOT NULL;