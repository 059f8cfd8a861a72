DROP INDEX `message_draft`;--> statement-breakpoint
ALTER TABLE `complaint` ADD `draft_seq` integer;--> statement-breakpoint
ALTER TABLE `complaint` ADD `draft_kind` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `draft_by` text;--> statement-breakpoint
CREATE INDEX `complaint_draft` ON `complaint` (`lead_agency_id`,`id`) WHERE draft_seq is not null and state = 'in_progress';--> statement-breakpoint
CREATE INDEX `complaint_decision` ON `complaint` (`id`) WHERE draft_kind = 'decision';