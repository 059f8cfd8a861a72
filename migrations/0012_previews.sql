ALTER TABLE `attachment` ADD `preview` text;--> statement-breakpoint
ALTER TABLE `attachment` ADD `preview_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `attachment_waiting` ON `attachment` (`at`) WHERE preview is null and "key" is not null;